"""The bookings of all visits: cars, rooms, hotels, meals, tickets."""

BEGIN TRANSACTION;
CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY);
INSERT INTO "alembic_version" VALUES('0002');
CREATE TABLE car (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	plate VARCHAR NOT NULL, 
	model VARCHAR NOT NULL, 
	seats INTEGER NOT NULL, 
	colour VARCHAR NOT NULL, 
	note VARCHAR NOT NULL, 
	is_active BOOLEAN NOT NULL, 
	CONSTRAINT ck_car_seats CHECK (seats >= 0)
);
CREATE TABLE car_booking (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	visit_id INTEGER NOT NULL, 
	car_id INTEGER, 
	driver_id INTEGER, 
	state VARCHAR(20) NOT NULL, 
	purpose VARCHAR NOT NULL, 
	starts_at DATETIME, 
	ends_at DATETIME, 
	heads INTEGER, 
	overlap_reason VARCHAR NOT NULL, 
	is_clean BOOLEAN NOT NULL, 
	is_reliable BOOLEAN NOT NULL, 
	is_fuelled BOOLEAN NOT NULL, 
	is_supplied BOOLEAN NOT NULL, 
	note VARCHAR NOT NULL, 
	CONSTRAINT ck_car_booking_order CHECK (ends_at IS NULL OR starts_at IS NULL OR ends_at >= starts_at), 
	CONSTRAINT fk_car_booking_visit_id_visit FOREIGN KEY(visit_id) REFERENCES visit (id) ON DELETE RESTRICT, 
	CONSTRAINT fk_car_booking_car_id_car FOREIGN KEY(car_id) REFERENCES car (id) ON DELETE RESTRICT, 
	CONSTRAINT fk_car_booking_driver_id_driver FOREIGN KEY(driver_id) REFERENCES driver (id) ON DELETE RESTRICT, 
	CONSTRAINT ck_car_booking_state CHECK (state IN ('wanted', 'booked', 'confirmed'))
);
INSERT INTO "car_booking" VALUES(1,1,NULL,NULL,'wanted','',NULL,NULL,NULL,'',0,0,0,0,'');
CREATE TABLE company (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	name VARCHAR NOT NULL, 
	name_latin VARCHAR NOT NULL, 
	aliases VARCHAR NOT NULL, 
	country VARCHAR NOT NULL, 
	phone VARCHAR NOT NULL, 
	background VARCHAR NOT NULL, 
	strength VARCHAR NOT NULL, 
	business_status VARCHAR NOT NULL, 
	business_scope VARCHAR NOT NULL, 
	regional_market VARCHAR NOT NULL, 
	business_model VARCHAR NOT NULL, 
	interests VARCHAR NOT NULL, 
	customs VARCHAR NOT NULL
);
INSERT INTO "company" VALUES(1,'苏州恒屹精密机械有限公司','','','','','','','','','','','','');
CREATE TABLE department (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	name VARCHAR NOT NULL, 
	name_latin VARCHAR NOT NULL, 
	contact VARCHAR NOT NULL, 
	phone VARCHAR NOT NULL, 
	note VARCHAR NOT NULL, 
	is_active BOOLEAN NOT NULL, 
	CONSTRAINT uq_department_name UNIQUE (name)
);
CREATE TABLE distinct_pair (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	kind VARCHAR NOT NULL, 
	one_id INTEGER NOT NULL, 
	other_id INTEGER NOT NULL, 
	CONSTRAINT uq_distinct_pair_kind UNIQUE (kind, one_id, other_id), 
	CONSTRAINT ck_distinct_pair_pair CHECK (one_id < other_id)
);
CREATE TABLE driver (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	name VARCHAR NOT NULL, 
	phone VARCHAR NOT NULL, 
	note VARCHAR NOT NULL, 
	is_active BOOLEAN NOT NULL
);
CREATE TABLE edition (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	visit_id INTEGER NOT NULL, 
	document VARCHAR NOT NULL, 
	choice JSON NOT NULL, 
	content JSON NOT NULL, 
	fingerprint VARCHAR NOT NULL, 
	template_version VARCHAR NOT NULL, 
	revision INTEGER NOT NULL, 
	code VARCHAR NOT NULL, 
	medium VARCHAR NOT NULL, 
	copies INTEGER NOT NULL, 
	holder VARCHAR NOT NULL, 
	made_at DATETIME NOT NULL, 
	made_by VARCHAR NOT NULL, 
	replaced_by_id INTEGER, 
	recalled_at DATETIME, 
	recalled_by VARCHAR NOT NULL, 
	withdrawn_at DATETIME, 
	withdrawn_by VARCHAR NOT NULL, 
	CONSTRAINT fk_edition_visit_id_visit FOREIGN KEY(visit_id) REFERENCES visit (id) ON DELETE RESTRICT, 
	CONSTRAINT fk_edition_replaced_by_id_edition FOREIGN KEY(replaced_by_id) REFERENCES edition (id)
);
INSERT INTO "edition" VALUES(1,1,'D5','{"language": "zh", "paper": "A4"}','[["name/zh", "\u987e\u7fc0"]]','327539789b8c6e21d619201da39ff50ce0c595dd07815a86c2abc1c25c04eb08','1',1,'','pdf',1,'','2026-12-01 01:00:00.000000','李静',NULL,NULL,'',NULL,'');
CREATE TABLE employee (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	name VARCHAR NOT NULL, 
	name_latin VARCHAR NOT NULL, 
	department VARCHAR NOT NULL, 
	title VARCHAR NOT NULL, 
	title_latin VARCHAR NOT NULL, 
	rank INTEGER, 
	phone VARCHAR NOT NULL, 
	phone_extension VARCHAR NOT NULL, 
	at_desk BOOLEAN NOT NULL, 
	is_active BOOLEAN NOT NULL, 
	note VARCHAR NOT NULL, 
	CONSTRAINT ck_employee_rank CHECK (rank IS NULL OR rank BETWEEN 1 AND 99)
);
CREATE TABLE guest (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	visit_id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	title VARCHAR NOT NULL, 
	title_latin VARCHAR NOT NULL, 
	salutation VARCHAR NOT NULL, 
	rank INTEGER, 
	is_main BOOLEAN NOT NULL, 
	is_contact BOOLEAN NOT NULL, 
	is_interpreter BOOLEAN NOT NULL, 
	is_agent BOOLEAN NOT NULL, 
	diet VARCHAR, 
	lodging VARCHAR, 
	customs VARCHAR, 
	note VARCHAR NOT NULL, 
	CONSTRAINT ck_guest_rank CHECK (rank IS NULL OR rank BETWEEN 1 AND 99), 
	CONSTRAINT ck_guest_position CHECK (position >= 1), 
	CONSTRAINT fk_guest_visit_id_visit FOREIGN KEY(visit_id) REFERENCES visit (id) ON DELETE RESTRICT, 
	CONSTRAINT fk_guest_person_id_person FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE RESTRICT
);
INSERT INTO "guest" VALUES(1,1,1,1,'董事长','','',NULL,1,0,0,0,NULL,NULL,NULL,'');
CREATE TABLE hotel (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	name VARCHAR NOT NULL, 
	name_latin VARCHAR NOT NULL, 
	address VARCHAR NOT NULL, 
	phone VARCHAR NOT NULL, 
	contact VARCHAR NOT NULL, 
	price INTEGER, 
	note VARCHAR NOT NULL, 
	is_active BOOLEAN NOT NULL, 
	CONSTRAINT ck_hotel_price CHECK (price IS NULL OR price >= 0)
);
CREATE TABLE hotel_booking (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	visit_id INTEGER NOT NULL, 
	state VARCHAR(20) NOT NULL, 
	hotel_id INTEGER, 
	hotel VARCHAR NOT NULL, 
	check_in DATE, 
	check_out DATE, 
	check_in_at DATETIME, 
	rooms INTEGER, 
	room_kind VARCHAR NOT NULL, 
	beds INTEGER, 
	price INTEGER, 
	price_reason VARCHAR NOT NULL, 
	confirmation VARCHAR NOT NULL, 
	note VARCHAR NOT NULL, 
	CONSTRAINT ck_hotel_booking_order CHECK (check_out IS NULL OR check_in IS NULL OR check_out >= check_in), 
	CONSTRAINT ck_hotel_booking_rooms CHECK (rooms IS NULL OR rooms >= 0), 
	CONSTRAINT fk_hotel_booking_visit_id_visit FOREIGN KEY(visit_id) REFERENCES visit (id) ON DELETE RESTRICT, 
	CONSTRAINT ck_hotel_booking_state CHECK (state IN ('wanted', 'booked', 'confirmed')), 
	CONSTRAINT fk_hotel_booking_hotel_id_hotel FOREIGN KEY(hotel_id) REFERENCES hotel (id) ON DELETE RESTRICT
);
INSERT INTO "hotel_booking" VALUES(1,1,'wanted',NULL,'湖畔宾馆',NULL,NULL,NULL,NULL,'',NULL,NULL,'','','');
CREATE TABLE itinerary_row (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	visit_id INTEGER NOT NULL, 
	starts_at DATETIME, 
	ends_at DATETIME, 
	place VARCHAR NOT NULL, 
	activity VARCHAR NOT NULL, 
	host VARCHAR NOT NULL, 
	note VARCHAR NOT NULL, 
	CONSTRAINT ck_itinerary_row_order CHECK (ends_at IS NULL OR starts_at IS NULL OR ends_at >= starts_at), 
	CONSTRAINT fk_itinerary_row_visit_id_visit FOREIGN KEY(visit_id) REFERENCES visit (id) ON DELETE RESTRICT
);
INSERT INTO "itinerary_row" VALUES(1,1,'2026-12-08 02:30:00.000000',NULL,'','参观','','');
CREATE TABLE journal_row (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	step_id INTEGER NOT NULL, 
	kind VARCHAR(20) NOT NULL, 
	entity VARCHAR NOT NULL, 
	entity_id INTEGER NOT NULL, 
	field VARCHAR NOT NULL, 
	old JSON NOT NULL, 
	new JSON NOT NULL, 
	CONSTRAINT fk_journal_row_step_id_step FOREIGN KEY(step_id) REFERENCES step (id), 
	CONSTRAINT ck_journal_row_kind CHECK (kind IN ('insert', 'update', 'delete'))
);
INSERT INTO "journal_row" VALUES(1,1,'insert','visit',1,'number','null','"2026-0001"');
INSERT INTO "journal_row" VALUES(2,1,'insert','visit',1,'state','null','"draft"');
INSERT INTO "journal_row" VALUES(3,1,'insert','visit',1,'company_id','null','null');
INSERT INTO "journal_row" VALUES(4,1,'insert','visit',1,'checklist_id','null',1);
INSERT INTO "journal_row" VALUES(5,1,'insert','visit',1,'purpose','null','""');
INSERT INTO "journal_row" VALUES(6,1,'insert','visit',1,'level','null',1);
INSERT INTO "journal_row" VALUES(7,1,'insert','visit',1,'owner_department','null','""');
INSERT INTO "journal_row" VALUES(8,1,'insert','visit',1,'applicant','null','""');
INSERT INTO "journal_row" VALUES(9,1,'insert','visit',1,'applicant_phone','null','""');
INSERT INTO "journal_row" VALUES(10,1,'insert','visit',1,'applicant_phone_extension','null','""');
INSERT INTO "journal_row" VALUES(11,1,'insert','visit',1,'applied_on','null','null');
INSERT INTO "journal_row" VALUES(12,1,'insert','visit',1,'received_at','null','"2026-12-01T01:00:00+00:00"');
INSERT INTO "journal_row" VALUES(13,1,'insert','visit',1,'arrival_at','null','"2026-12-08T02:30:00+00:00"');
INSERT INTO "journal_row" VALUES(14,1,'insert','visit',1,'departure_at','null','"2026-12-09T08:00:00+00:00"');
INSERT INTO "journal_row" VALUES(15,1,'insert','visit',1,'zone','null','"Asia/Shanghai"');
INSERT INTO "journal_row" VALUES(16,1,'insert','visit',1,'heads','null','null');
INSERT INTO "journal_row" VALUES(17,1,'insert','visit',1,'men','null','null');
INSERT INTO "journal_row" VALUES(18,1,'insert','visit',1,'women','null','null');
INSERT INTO "journal_row" VALUES(19,1,'insert','visit',1,'drop_off','null','""');
INSERT INTO "journal_row" VALUES(20,1,'insert','visit',1,'note','null','""');
INSERT INTO "journal_row" VALUES(21,1,'insert','visit',1,'not_understood','null','""');
INSERT INTO "journal_row" VALUES(22,1,'insert','visit',1,'actual_arrival_at','null','null');
INSERT INTO "journal_row" VALUES(23,1,'insert','visit',1,'actual_departure_at','null','null');
INSERT INTO "journal_row" VALUES(24,1,'insert','visit',1,'is_confidential','null','false');
INSERT INTO "journal_row" VALUES(25,1,'insert','visit',1,'cancel_reason','null','""');
INSERT INTO "journal_row" VALUES(26,1,'insert','visit',1,'deleted_at','null','null');
INSERT INTO "journal_row" VALUES(27,1,'insert','visit',1,'deleted_by','null','""');
INSERT INTO "journal_row" VALUES(28,1,'insert','visit',1,'pick_up','null','"unconfirmed"');
INSERT INTO "journal_row" VALUES(29,1,'insert','visit',1,'hotel','null','"unconfirmed"');
INSERT INTO "journal_row" VALUES(30,1,'insert','visit',1,'ticket','null','"unconfirmed"');
INSERT INTO "journal_row" VALUES(31,1,'insert','visit',1,'invitation','null','"unconfirmed"');
INSERT INTO "journal_row" VALUES(32,1,'insert','visit',1,'meal','null','"unconfirmed"');
INSERT INTO "journal_row" VALUES(33,1,'insert','visit',1,'meeting','null','"unconfirmed"');
INSERT INTO "journal_row" VALUES(34,1,'insert','visit',1,'tour','null','"unconfirmed"');
INSERT INTO "journal_row" VALUES(35,1,'insert','visit',1,'gift','null','"unconfirmed"');
INSERT INTO "journal_row" VALUES(36,1,'insert','visit',1,'sign','null','"unconfirmed"');
INSERT INTO "journal_row" VALUES(37,1,'insert','visit',1,'leadership','null','"unconfirmed"');
INSERT INTO "journal_row" VALUES(38,1,'insert','company',1,'name','null','"\u82cf\u5dde\u6052\u5c79\u7cbe\u5bc6\u673a\u68b0\u6709\u9650\u516c\u53f8"');
INSERT INTO "journal_row" VALUES(39,1,'insert','company',1,'name_latin','null','""');
INSERT INTO "journal_row" VALUES(40,1,'insert','company',1,'aliases','null','""');
INSERT INTO "journal_row" VALUES(41,1,'insert','company',1,'country','null','""');
INSERT INTO "journal_row" VALUES(42,1,'insert','company',1,'phone','null','""');
INSERT INTO "journal_row" VALUES(43,1,'insert','company',1,'background','null','""');
INSERT INTO "journal_row" VALUES(44,1,'insert','company',1,'strength','null','""');
INSERT INTO "journal_row" VALUES(45,1,'insert','company',1,'business_status','null','""');
INSERT INTO "journal_row" VALUES(46,1,'insert','company',1,'business_scope','null','""');
INSERT INTO "journal_row" VALUES(47,1,'insert','company',1,'regional_market','null','""');
INSERT INTO "journal_row" VALUES(48,1,'insert','company',1,'business_model','null','""');
INSERT INTO "journal_row" VALUES(49,1,'insert','company',1,'interests','null','""');
INSERT INTO "journal_row" VALUES(50,1,'insert','company',1,'customs','null','""');
INSERT INTO "journal_row" VALUES(51,1,'update','visit',1,'company_id','null',1);
INSERT INTO "journal_row" VALUES(52,1,'insert','person',1,'company_id','null',1);
INSERT INTO "journal_row" VALUES(53,1,'insert','person',1,'name','null','"\u987e\u7fc0"');
INSERT INTO "journal_row" VALUES(54,1,'insert','person',1,'name_latin','null','""');
INSERT INTO "journal_row" VALUES(55,1,'insert','person',1,'pronunciation','null','""');
INSERT INTO "journal_row" VALUES(56,1,'insert','person',1,'gender','null','"unknown"');
INSERT INTO "journal_row" VALUES(57,1,'insert','person',1,'nationality','null','""');
INSERT INTO "journal_row" VALUES(58,1,'insert','person',1,'ethnicity','null','""');
INSERT INTO "journal_row" VALUES(59,1,'insert','person',1,'phone','null','""');
INSERT INTO "journal_row" VALUES(60,1,'insert','person',1,'phone_extension','null','""');
INSERT INTO "journal_row" VALUES(61,1,'insert','guest',1,'visit_id','null',1);
INSERT INTO "journal_row" VALUES(62,1,'insert','guest',1,'person_id','null',1);
INSERT INTO "journal_row" VALUES(63,1,'insert','guest',1,'position','null',1);
INSERT INTO "journal_row" VALUES(64,1,'insert','guest',1,'title','null','"\u8463\u4e8b\u957f"');
INSERT INTO "journal_row" VALUES(65,1,'insert','guest',1,'title_latin','null','""');
INSERT INTO "journal_row" VALUES(66,1,'insert','guest',1,'salutation','null','""');
INSERT INTO "journal_row" VALUES(67,1,'insert','guest',1,'rank','null','null');
INSERT INTO "journal_row" VALUES(68,1,'insert','guest',1,'is_main','null','true');
INSERT INTO "journal_row" VALUES(69,1,'insert','guest',1,'is_contact','null','false');
INSERT INTO "journal_row" VALUES(70,1,'insert','guest',1,'is_interpreter','null','false');
INSERT INTO "journal_row" VALUES(71,1,'insert','guest',1,'is_agent','null','false');
INSERT INTO "journal_row" VALUES(72,1,'insert','guest',1,'diet','null','null');
INSERT INTO "journal_row" VALUES(73,1,'insert','guest',1,'lodging','null','null');
INSERT INTO "journal_row" VALUES(74,1,'insert','guest',1,'customs','null','null');
INSERT INTO "journal_row" VALUES(75,1,'insert','guest',1,'note','null','""');
INSERT INTO "journal_row" VALUES(76,2,'insert','meeting',1,'visit_id','null',1);
INSERT INTO "journal_row" VALUES(77,2,'insert','meeting',1,'starts_at','null','"2026-12-08T02:30:00+00:00"');
INSERT INTO "journal_row" VALUES(78,2,'insert','meeting',1,'ends_at','null','"2026-12-08T03:30:00+00:00"');
INSERT INTO "journal_row" VALUES(79,2,'insert','meeting',1,'room_id','null','null');
INSERT INTO "journal_row" VALUES(80,2,'insert','meeting',1,'room','null','""');
INSERT INTO "journal_row" VALUES(81,2,'insert','meeting',1,'state','null','"wanted"');
INSERT INTO "journal_row" VALUES(82,2,'insert','meeting',1,'overlap_reason','null','""');
INSERT INTO "journal_row" VALUES(83,2,'insert','meeting',1,'topic','null','"\u6280\u672f\u4ea4\u6d41"');
INSERT INTO "journal_row" VALUES(84,2,'insert','meeting',1,'our_heads','null','null');
INSERT INTO "journal_row" VALUES(85,2,'insert','meeting',1,'needs','null','""');
INSERT INTO "journal_row" VALUES(86,3,'insert','itinerary_row',1,'visit_id','null',1);
INSERT INTO "journal_row" VALUES(87,3,'insert','itinerary_row',1,'starts_at','null','"2026-12-08T02:30:00+00:00"');
INSERT INTO "journal_row" VALUES(88,3,'insert','itinerary_row',1,'ends_at','null','null');
INSERT INTO "journal_row" VALUES(89,3,'insert','itinerary_row',1,'place','null','""');
INSERT INTO "journal_row" VALUES(90,3,'insert','itinerary_row',1,'activity','null','"\u53c2\u89c2"');
INSERT INTO "journal_row" VALUES(91,3,'insert','itinerary_row',1,'host','null','""');
INSERT INTO "journal_row" VALUES(92,3,'insert','itinerary_row',1,'note','null','""');
INSERT INTO "journal_row" VALUES(93,4,'insert','car_booking',1,'visit_id','null',1);
INSERT INTO "journal_row" VALUES(94,4,'insert','car_booking',1,'car_id','null','null');
INSERT INTO "journal_row" VALUES(95,4,'insert','car_booking',1,'driver_id','null','null');
INSERT INTO "journal_row" VALUES(96,4,'insert','car_booking',1,'state','null','"wanted"');
INSERT INTO "journal_row" VALUES(97,4,'insert','car_booking',1,'purpose','null','""');
INSERT INTO "journal_row" VALUES(98,4,'insert','car_booking',1,'starts_at','null','null');
INSERT INTO "journal_row" VALUES(99,4,'insert','car_booking',1,'ends_at','null','null');
INSERT INTO "journal_row" VALUES(100,4,'insert','car_booking',1,'heads','null','null');
INSERT INTO "journal_row" VALUES(101,4,'insert','car_booking',1,'overlap_reason','null','""');
INSERT INTO "journal_row" VALUES(102,4,'insert','car_booking',1,'is_clean','null','false');
INSERT INTO "journal_row" VALUES(103,4,'insert','car_booking',1,'is_reliable','null','false');
INSERT INTO "journal_row" VALUES(104,4,'insert','car_booking',1,'is_fuelled','null','false');
INSERT INTO "journal_row" VALUES(105,4,'insert','car_booking',1,'is_supplied','null','false');
INSERT INTO "journal_row" VALUES(106,4,'insert','car_booking',1,'note','null','""');
INSERT INTO "journal_row" VALUES(107,5,'insert','hotel_booking',1,'visit_id','null',1);
INSERT INTO "journal_row" VALUES(108,5,'insert','hotel_booking',1,'state','null','"wanted"');
INSERT INTO "journal_row" VALUES(109,5,'insert','hotel_booking',1,'hotel_id','null','null');
INSERT INTO "journal_row" VALUES(110,5,'insert','hotel_booking',1,'hotel','null','"\u6e56\u7554\u5bbe\u9986"');
INSERT INTO "journal_row" VALUES(111,5,'insert','hotel_booking',1,'check_in','null','null');
INSERT INTO "journal_row" VALUES(112,5,'insert','hotel_booking',1,'check_out','null','null');
INSERT INTO "journal_row" VALUES(113,5,'insert','hotel_booking',1,'check_in_at','null','null');
INSERT INTO "journal_row" VALUES(114,5,'insert','hotel_booking',1,'rooms','null','null');
INSERT INTO "journal_row" VALUES(115,5,'insert','hotel_booking',1,'room_kind','null','""');
INSERT INTO "journal_row" VALUES(116,5,'insert','hotel_booking',1,'beds','null','null');
INSERT INTO "journal_row" VALUES(117,5,'insert','hotel_booking',1,'price','null','null');
INSERT INTO "journal_row" VALUES(118,5,'insert','hotel_booking',1,'price_reason','null','""');
INSERT INTO "journal_row" VALUES(119,5,'insert','hotel_booking',1,'confirmation','null','""');
INSERT INTO "journal_row" VALUES(120,5,'insert','hotel_booking',1,'note','null','""');
INSERT INTO "journal_row" VALUES(121,6,'insert','meal',1,'visit_id','null',1);
INSERT INTO "journal_row" VALUES(122,6,'insert','meal',1,'kind','null','"other"');
INSERT INTO "journal_row" VALUES(123,6,'insert','meal',1,'starts_at','null','null');
INSERT INTO "journal_row" VALUES(124,6,'insert','meal',1,'ends_at','null','null');
INSERT INTO "journal_row" VALUES(125,6,'insert','meal',1,'room_id','null','null');
INSERT INTO "journal_row" VALUES(126,6,'insert','meal',1,'place','null','"\u4e00\u53f7\u5305\u95f4"');
INSERT INTO "journal_row" VALUES(127,6,'insert','meal',1,'state','null','"wanted"');
INSERT INTO "journal_row" VALUES(128,6,'insert','meal',1,'overlap_reason','null','""');
INSERT INTO "journal_row" VALUES(129,6,'insert','meal',1,'heads','null','null');
INSERT INTO "journal_row" VALUES(130,6,'insert','meal',1,'note','null','""');
INSERT INTO "journal_row" VALUES(131,7,'insert','leg',1,'visit_id','null',1);
INSERT INTO "journal_row" VALUES(132,7,'insert','leg',1,'direction','null','"arrival"');
INSERT INTO "journal_row" VALUES(133,7,'insert','leg',1,'carrier','null','"other"');
INSERT INTO "journal_row" VALUES(134,7,'insert','leg',1,'number','null','"MU5101"');
INSERT INTO "journal_row" VALUES(135,7,'insert','leg',1,'from_place','null','""');
INSERT INTO "journal_row" VALUES(136,7,'insert','leg',1,'to_place','null','""');
INSERT INTO "journal_row" VALUES(137,7,'insert','leg',1,'terminal','null','""');
INSERT INTO "journal_row" VALUES(138,7,'insert','leg',1,'at','null','null');
INSERT INTO "journal_row" VALUES(139,7,'insert','leg',1,'zone','null','"Asia/Shanghai"');
INSERT INTO "journal_row" VALUES(140,7,'insert','leg',1,'plate','null','""');
INSERT INTO "journal_row" VALUES(141,7,'insert','leg',1,'note','null','""');
INSERT INTO "journal_row" VALUES(142,8,'insert','preparation_item',1,'visit_id','null',1);
INSERT INTO "journal_row" VALUES(143,8,'insert','preparation_item',1,'code','null','"101"');
INSERT INTO "journal_row" VALUES(144,8,'insert','preparation_item',1,'subject','null','""');
INSERT INTO "journal_row" VALUES(145,8,'insert','preparation_item',1,'state','null','"done"');
INSERT INTO "journal_row" VALUES(146,8,'insert','preparation_item',1,'done_at','null','"2026-12-01T01:00:00+00:00"');
INSERT INTO "journal_row" VALUES(147,8,'insert','preparation_item',1,'done_by','null','"\u674e\u9759"');
INSERT INTO "journal_row" VALUES(148,8,'insert','preparation_item',1,'due_then','null','"2026-12-01T01:00:00+00:00"');
INSERT INTO "journal_row" VALUES(149,8,'insert','preparation_item',1,'reason','null','""');
INSERT INTO "journal_row" VALUES(150,8,'insert','preparation_item',1,'note','null','""');
CREATE TABLE leg (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	visit_id INTEGER NOT NULL, 
	direction VARCHAR(20) NOT NULL, 
	carrier VARCHAR(20) NOT NULL, 
	number VARCHAR NOT NULL, 
	from_place VARCHAR NOT NULL, 
	to_place VARCHAR NOT NULL, 
	terminal VARCHAR NOT NULL, 
	at DATETIME, 
	zone VARCHAR NOT NULL, 
	plate VARCHAR NOT NULL, 
	note VARCHAR NOT NULL, 
	CONSTRAINT fk_leg_visit_id_visit FOREIGN KEY(visit_id) REFERENCES visit (id) ON DELETE RESTRICT, 
	CONSTRAINT ck_leg_direction CHECK (direction IN ('arrival', 'departure', 'between')), 
	CONSTRAINT ck_leg_carrier CHECK (carrier IN ('flight', 'train', 'our_car', 'own_car', 'other'))
);
INSERT INTO "leg" VALUES(1,1,'arrival','other','MU5101','','','',NULL,'Asia/Shanghai','','');
CREATE TABLE meal (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	visit_id INTEGER NOT NULL, 
	kind VARCHAR(20) NOT NULL, 
	starts_at DATETIME, 
	ends_at DATETIME, 
	room_id INTEGER, 
	place VARCHAR NOT NULL, 
	state VARCHAR(20) NOT NULL, 
	overlap_reason VARCHAR NOT NULL, 
	heads INTEGER, 
	note VARCHAR NOT NULL, 
	CONSTRAINT ck_meal_heads CHECK (heads IS NULL OR heads >= 0), 
	CONSTRAINT fk_meal_visit_id_visit FOREIGN KEY(visit_id) REFERENCES visit (id) ON DELETE RESTRICT, 
	CONSTRAINT ck_meal_kind CHECK (kind IN ('working', 'banquet', 'other')), 
	CONSTRAINT fk_meal_room_id_room FOREIGN KEY(room_id) REFERENCES room (id) ON DELETE RESTRICT, 
	CONSTRAINT ck_meal_state CHECK (state IN ('wanted', 'booked', 'confirmed'))
);
INSERT INTO "meal" VALUES(1,1,'other',NULL,NULL,NULL,'一号包间','wanted','',NULL,'');
CREATE TABLE meeting (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	visit_id INTEGER NOT NULL, 
	starts_at DATETIME, 
	ends_at DATETIME, 
	room_id INTEGER, 
	room VARCHAR NOT NULL, 
	state VARCHAR(20) NOT NULL, 
	overlap_reason VARCHAR NOT NULL, 
	topic VARCHAR NOT NULL, 
	our_heads INTEGER, 
	needs VARCHAR NOT NULL, 
	CONSTRAINT ck_meeting_order CHECK (ends_at IS NULL OR starts_at IS NULL OR ends_at >= starts_at), 
	CONSTRAINT ck_meeting_our_heads CHECK (our_heads IS NULL OR our_heads >= 0), 
	CONSTRAINT fk_meeting_visit_id_visit FOREIGN KEY(visit_id) REFERENCES visit (id) ON DELETE RESTRICT, 
	CONSTRAINT fk_meeting_room_id_room FOREIGN KEY(room_id) REFERENCES room (id) ON DELETE RESTRICT, 
	CONSTRAINT ck_meeting_state CHECK (state IN ('wanted', 'booked', 'confirmed'))
);
INSERT INTO "meeting" VALUES(1,1,'2026-12-08 02:30:00.000000','2026-12-08 03:30:00.000000',NULL,'','wanted','','技术交流',NULL,'');
CREATE TABLE person (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	company_id INTEGER, 
	name VARCHAR NOT NULL, 
	name_latin VARCHAR NOT NULL, 
	pronunciation VARCHAR NOT NULL, 
	gender VARCHAR(20) NOT NULL, 
	nationality VARCHAR NOT NULL, 
	ethnicity VARCHAR NOT NULL, 
	phone VARCHAR NOT NULL, 
	phone_extension VARCHAR NOT NULL, 
	CONSTRAINT fk_person_company_id_company FOREIGN KEY(company_id) REFERENCES company (id) ON DELETE RESTRICT, 
	CONSTRAINT ck_person_gender CHECK (gender IN ('male', 'female', 'unknown'))
);
INSERT INTO "person" VALUES(1,1,'顾翀','','','unknown','','','','');
CREATE TABLE preference (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	"key" VARCHAR NOT NULL, 
	value TEXT NOT NULL, 
	CONSTRAINT uq_preference_key UNIQUE ("key")
);
INSERT INTO "preference" VALUES(1,'at_desk','"李静"');
INSERT INTO "preference" VALUES(2,'desk_name','"1"');
CREATE TABLE preparation_item (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	visit_id INTEGER NOT NULL, 
	code VARCHAR NOT NULL, 
	subject VARCHAR NOT NULL, 
	state VARCHAR(20) NOT NULL, 
	done_at DATETIME, 
	done_by VARCHAR NOT NULL, 
	due_then DATETIME, 
	reason VARCHAR NOT NULL, 
	note VARCHAR NOT NULL, 
	CONSTRAINT uq_preparation_item_visit_id UNIQUE (visit_id, code, subject), 
	CONSTRAINT ck_preparation_item_done CHECK (state <> 'done' OR (done_at IS NOT NULL AND done_by <> '')), 
	CONSTRAINT ck_preparation_item_reason CHECK (state <> 'not_applicable' OR reason <> ''), 
	CONSTRAINT fk_preparation_item_visit_id_visit FOREIGN KEY(visit_id) REFERENCES visit (id) ON DELETE RESTRICT, 
	CONSTRAINT ck_preparation_item_state CHECK (state IN ('open', 'done', 'not_applicable'))
);
INSERT INTO "preparation_item" VALUES(1,1,'101','','done','2026-12-01 01:00:00.000000','李静','2026-12-01 01:00:00.000000','','');
CREATE TABLE rivalry (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	company_id INTEGER NOT NULL, 
	rival_id INTEGER NOT NULL, 
	CONSTRAINT uq_rivalry_company_id UNIQUE (company_id, rival_id), 
	CONSTRAINT ck_rivalry_pair CHECK (company_id < rival_id), 
	CONSTRAINT fk_rivalry_company_id_company FOREIGN KEY(company_id) REFERENCES company (id) ON DELETE CASCADE, 
	CONSTRAINT fk_rivalry_rival_id_company FOREIGN KEY(rival_id) REFERENCES company (id) ON DELETE CASCADE
);
CREATE TABLE room (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	name VARCHAR NOT NULL, 
	name_latin VARCHAR NOT NULL, 
	kind VARCHAR(20) NOT NULL, 
	place VARCHAR NOT NULL, 
	seats INTEGER NOT NULL, 
	equipment VARCHAR NOT NULL, 
	note VARCHAR NOT NULL, 
	is_active BOOLEAN NOT NULL, 
	CONSTRAINT ck_room_seats CHECK (seats >= 0), 
	CONSTRAINT ck_room_kind CHECK (kind IN ('meeting', 'dining', 'other'))
);
CREATE TABLE setting (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	"key" VARCHAR NOT NULL, 
	value TEXT NOT NULL, 
	CONSTRAINT uq_setting_key UNIQUE ("key")
);
CREATE TABLE sign (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	name VARCHAR NOT NULL, 
	kind VARCHAR(20) NOT NULL, 
	monitor VARCHAR NOT NULL, 
	"left" INTEGER NOT NULL, 
	top INTEGER NOT NULL, 
	address VARCHAR NOT NULL, 
	port INTEGER NOT NULL, 
	width INTEGER NOT NULL, 
	height INTEGER NOT NULL, 
	colours VARCHAR(20) NOT NULL, 
	charset VARCHAR(20) NOT NULL, 
	text_colour VARCHAR NOT NULL, 
	scroll_speed INTEGER NOT NULL, 
	idle_text VARCHAR NOT NULL, 
	is_on BOOLEAN NOT NULL, 
	merges BOOLEAN NOT NULL, 
	at_exit VARCHAR NOT NULL, 
	tested_at DATETIME, 
	tested_by VARCHAR NOT NULL, 
	CONSTRAINT ck_sign_size CHECK (width BETWEEN 8 AND 8192 AND height BETWEEN 8 AND 4096), 
	CONSTRAINT ck_sign_kind CHECK (kind IN ('screen', 'web', 'hand_over')), 
	CONSTRAINT ck_sign_colours CHECK (colours IN ('mono', 'dual', 'full')), 
	CONSTRAINT ck_sign_charset CHECK (charset IN ('gb2312', 'gbk', 'gb18030', 'any'))
);
CREATE TABLE sign_lease (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	sign_id INTEGER NOT NULL, 
	owner VARCHAR NOT NULL, 
	token INTEGER NOT NULL, 
	beat_at DATETIME, 
	CONSTRAINT uq_sign_lease_sign_id UNIQUE (sign_id), 
	CONSTRAINT fk_sign_lease_sign_id_sign FOREIGN KEY(sign_id) REFERENCES sign (id) ON DELETE CASCADE
);
CREATE TABLE sign_order (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	sign_id INTEGER NOT NULL, 
	kind VARCHAR(20) NOT NULL, 
	message_id INTEGER, 
	starts_at DATETIME NOT NULL, 
	ends_at DATETIME NOT NULL, 
	ordered_by VARCHAR NOT NULL, 
	lifted_at DATETIME, 
	lifted_by VARCHAR NOT NULL, 
	CONSTRAINT ck_sign_order_window CHECK (ends_at > starts_at), 
	CONSTRAINT ck_sign_order_message CHECK (kind <> 'show_now' OR message_id IS NOT NULL), 
	CONSTRAINT fk_sign_order_sign_id_sign FOREIGN KEY(sign_id) REFERENCES sign (id) ON DELETE RESTRICT, 
	CONSTRAINT ck_sign_order_kind CHECK (kind IN ('show_now', 'test', 'blank')), 
	CONSTRAINT fk_sign_order_message_id_welcome_message FOREIGN KEY(message_id) REFERENCES welcome_message (id) ON DELETE RESTRICT
);
CREATE TABLE sign_sending (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	sign_id INTEGER NOT NULL, 
	token INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	digest VARCHAR NOT NULL, 
	words VARCHAR NOT NULL, 
	message_ids VARCHAR NOT NULL, 
	state VARCHAR NOT NULL, 
	answered_at DATETIME, 
	reason VARCHAR NOT NULL, 
	CONSTRAINT fk_sign_sending_sign_id_sign FOREIGN KEY(sign_id) REFERENCES sign (id) ON DELETE CASCADE
);
CREATE TABLE special_day (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	day DATE NOT NULL, 
	is_working BOOLEAN NOT NULL, 
	note VARCHAR NOT NULL, 
	CONSTRAINT uq_special_day_day UNIQUE (day)
);
CREATE TABLE step (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	at DATETIME NOT NULL, 
	person VARCHAR NOT NULL, 
	desk VARCHAR NOT NULL, 
	sentence VARCHAR NOT NULL, 
	details JSON NOT NULL, 
	kind VARCHAR(20) NOT NULL, 
	of_step_id INTEGER, 
	visit_id INTEGER, 
	CONSTRAINT ck_step_kind CHECK (kind IN ('do', 'undo', 'redo')), 
	CONSTRAINT fk_step_of_step_id_step FOREIGN KEY(of_step_id) REFERENCES step (id)
);
INSERT INTO "step" VALUES(1,'2026-12-01 01:00:00.000000','李静','1','New visit of {company}','{"company": "\u82cf\u5dde\u6052\u5c79\u7cbe\u5bc6\u673a\u68b0\u6709\u9650\u516c\u53f8"}','do',NULL,1);
INSERT INTO "step" VALUES(2,'2026-12-01 01:00:00.000000','李静','1','Added: {noun_word}','{"noun_word": "Meeting"}','do',NULL,1);
INSERT INTO "step" VALUES(3,'2026-12-01 01:00:00.000000','李静','1','Added: {noun_word}','{"noun_word": "Itinerary row"}','do',NULL,1);
INSERT INTO "step" VALUES(4,'2026-12-01 01:00:00.000000','李静','1','Added: {noun_word}','{"noun_word": "Car booking"}','do',NULL,1);
INSERT INTO "step" VALUES(5,'2026-12-01 01:00:00.000000','李静','1','Added: {noun_word}','{"noun_word": "Hotel booking"}','do',NULL,1);
INSERT INTO "step" VALUES(6,'2026-12-01 01:00:00.000000','李静','1','Added: {noun_word}','{"noun_word": "Meal"}','do',NULL,1);
INSERT INTO "step" VALUES(7,'2026-12-01 01:00:00.000000','李静','1','Added: {noun_word}','{"noun_word": "Journey"}','do',NULL,1);
INSERT INTO "step" VALUES(8,'2026-12-01 01:00:00.000000','李静','1','Ticked off “{item}”','{"item_zh": "\u53d7\u7406\u6765\u8bbf\u4fe1\u606f\uff0c\u8bb0\u5f55\u6765\u6e90\u548c\u65f6\u95f4", "item_en": "Take the notice; note source and time"}','do',NULL,1);
CREATE TABLE template (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	kind VARCHAR(20) NOT NULL, 
	name VARCHAR NOT NULL, 
	version INTEGER NOT NULL, 
	text VARCHAR NOT NULL, 
	since DATETIME NOT NULL, 
	saved_by VARCHAR NOT NULL, 
	CONSTRAINT uq_template_kind UNIQUE (kind, name, version), 
	CONSTRAINT ck_template_kind CHECK (kind IN ('checklist', 'levels', 'wording', 'lead_times'))
);
INSERT INTO "template" VALUES(1,'checklist','standard',1,'# The default preparation checklist. One [[item]] is one thing to do, with one due time.
#
#   code     short and unique; ticks are kept under it, so a code is never used again for something else
#   zh, en   what is to be done
#   phase    preparation | transfer | talks | dining | follow_up
#   due      an anchor, and how long before (-) or after (+) it. Anchors: NA notice accepted, AC arrival at the
#            company, PU pick-up, MS meeting start, ME meal start, CI hotel check-in, DC departure from the company,
#            DS departure from the station or airport. Offsets: 30m minutes, 4h hours, 2d calendar days,
#            3wd working days; -H half a day: for a morning the working day before at 14:00, else the same day at 08:30.
#            An item at MS comes once for every meeting, one at ME once for every meal.
#   owner    front_desk | hr_admin | department | driver | cleaning | gate | it | escorts
#   when     "" always, or: pick self foreign hotel ticket meal meeting tour gift sign lead inv L1 L12
#   clauses  the clauses of the company''s procedure that the item carries out
#   hidden   true: the item is kept but not used; leave it out otherwise
#
# 接待准备清单。一个 [[item]] 是一件事，有一个完成时间。code 为短编号，勾选记录挂在编号上，编号不得另作他用；zh、en 为事项；
# phase 为阶段；due 为时间基准加提前（-）或之后（+）：30m 分钟、4h 小时、2d 天、3wd 工作日、-H 半天；owner 为责任人；
# when 为适用条件（"" 表示所有接待）；clauses 为制度条款；hidden = true 表示停用但保留。
name = "standard"
version = 1
# 准备 Preparation
[[item]]
code = "101"
zh = "受理来访信息，记录来源和时间"
en = "Take the notice; note source and time"
phase = "preparation"
due = "NA"
owner = "front_desk"
when = ""
clauses = ["P4"]
[[item]]
code = "102"
zh = "领导协调：提前2天告知"
en = "Leadership takes part: told 2 days ahead"
phase = "preparation"
due = "AC-2d"
owner = "department"
when = "lead"
clauses = ["P5"]
[[item]]
code = "103"
zh = "人数/姓名/职务/性别/联系人齐全，食宿习俗要求已问"
en = "Head count, names, titles, contact complete; needs asked"
phase = "preparation"
due = "AC-2d"
owner = "department"
when = ""
clauses = ["A1.1a", "A1.1b", "A1.1c", "A1.1d", "A1.1e", "A1.1f"]
[[item]]
code = "104"
zh = "是否国内代理随行、是否带翻译"
en = "Domestic agent? Interpreter?"
phase = "preparation"
due = "AC-5d"
owner = "department"
when = "foreign"
clauses = ["A1.1g", "A1.1h"]
[[item]]
code = "105"
zh = "目的/到离时间/交通班次/订房订票接送"
en = "Purpose, times, flights or trains, room, ticket, pick-up"
phase = "preparation"
due = "AC-2d"
owner = "department"
when = ""
clauses = ["A1.2a", "A1.2b", "A1.2c", "A1.2d", "A1.2e"]
[[item]]
code = "106"
zh = "护照全名和号码 → 客户确认 → 发邀请函"
en = "Passport name and number → client confirms → letter sent"
phase = "preparation"
due = "AC-21d"
owner = "department"
when = "inv"
clauses = ["A1.3"]
[[item]]
code = "107"
zh = "告知客户我方接待人姓名电话"
en = "Tell the client our contact"
phase = "preparation"
due = "NA+1d"
owner = "front_desk"
when = ""
clauses = ["A1.4"]
[[item]]
code = "108"
zh = "复述确认：姓名/电话/日期/班次"
en = "Read back names, phones, dates, flights"
phase = "preparation"
due = "NA+1d"
owner = "front_desk"
when = ""
clauses = ["A1.5"]
[[item]]
code = "109"
zh = "客户资料随接待申请表提交"
en = "Client dossier handed in with the application"
phase = "preparation"
due = "AC-2d"
owner = "department"
when = ""
clauses = ["A2.1", "A2.2", "A2.3", "A2.4"]
[[item]]
code = "110"
zh = "规格定位（对等/高/低）"
en = "Settle the rank relation"
phase = "preparation"
due = "AC-2d"
owner = "hr_admin"
when = ""
clauses = ["A3.1", "A3.2"]
[[item]]
code = "111"
zh = "接待级别与陪同、迎接名单落实"
en = "Level, escorts and welcomers settled"
phase = "preparation"
due = "AC-2d"
owner = "hr_admin"
when = ""
clauses = ["B8.1", "B8.2", "B8.3"]
[[item]]
code = "112"
zh = "行程表发客户并确认"
en = "Itinerary sent to the client and confirmed"
phase = "preparation"
due = "AC-2d"
owner = "department"
when = ""
clauses = ["A4.1", "A4.4"]
[[item]]
code = "113"
zh = "接待通知下发，各部门知悉"
en = "Notice issued; departments have taken note"
phase = "preparation"
due = "AC-2d"
owner = "hr_admin"
when = ""
clauses = ["A4.2", "A6.7"]
[[item]]
code = "114"
zh = "参观路线/产品/讲解人确定"
en = "Tour route, products, guides settled"
phase = "preparation"
due = "AC-1d"
owner = "department"
when = "tour"
clauses = ["A4.3", "C8"]
[[item]]
code = "115"
zh = "主要接待人员熟悉产品/流程/参数"
en = "Hosts know products, process, parameters"
phase = "preparation"
due = "AC-1d"
owner = "department"
when = ""
clauses = ["A5.1"]
[[item]]
code = "116"
zh = "英文公司介绍/产品/流程资料"
en = "English company, product and process material"
phase = "preparation"
due = "AC-2d"
owner = "department"
when = "foreign"
clauses = ["A5.2"]
[[item]]
code = "117"
zh = "客户可能提问与答复"
en = "Likely questions and answers"
phase = "preparation"
due = "AC-1d"
owner = "department"
when = ""
clauses = ["A5.3"]
[[item]]
code = "118"
zh = "与总经理/董事长沟通谈话内容"
en = "Talking points agreed with GM or chairman"
phase = "preparation"
due = "AC-1d"
owner = "department"
when = "lead"
clauses = ["A5.4"]
[[item]]
code = "119"
zh = "投影仪及演示内容"
en = "Projector and what it shows"
phase = "preparation"
due = "AC-1d"
owner = "department"
when = "meeting"
clauses = ["A6.1a"]
[[item]]
code = "120"
zh = "数码相机"
en = "Camera"
phase = "preparation"
due = "AC-1d"
owner = "department"
when = "tour"
clauses = ["A6.1a"]
[[item]]
code = "121"
zh = "U盘/光盘（目录和企业介绍）"
en = "USB stick or disc with catalogue and company film"
phase = "preparation"
due = "AC-1d"
owner = "department"
when = "tour"
clauses = ["A6.1a"]
[[item]]
code = "122"
zh = "产品图册"
en = "Product brochures"
phase = "preparation"
due = "AC-1d"
owner = "department"
when = "tour"
clauses = ["A6.1a"]
[[item]]
code = "123"
zh = "计算器"
en = "Calculator"
phase = "preparation"
due = "AC-1d"
owner = "department"
when = "meeting"
clauses = ["A6.1a"]
[[item]]
code = "124"
zh = "针对性报价单"
en = "Targeted quotation"
phase = "preparation"
due = "AC-1d"
owner = "department"
when = "meeting"
clauses = ["A6.1a"]
[[item]]
code = "125"
zh = "样品"
en = "Samples"
phase = "preparation"
due = "AC-1d"
owner = "department"
when = "gift"
clauses = ["A6.6"]
[[item]]
code = "126"
zh = "欢迎词定稿并告知IT"
en = "Welcome words final and given to IT"
phase = "preparation"
due = "AC-1d"
owner = "front_desk"
when = "sign"
clauses = ["A6.2a", "A6.2b"]
[[item]]
code = "127"
zh = "会议室确认"
en = "Meeting room settled"
phase = "preparation"
due = "AC-2d"
owner = "hr_admin"
when = "meeting"
clauses = ["A6.3a"]
[[item]]
code = "128"
zh = "企业演示文稿（12要点）并试播"
en = "Company presentation (12 points), tried on the room''s PC"
phase = "preparation"
due = "AC-1d"
owner = "department"
when = "meeting"
clauses = ["A6.3b", "A6.3c"]
[[item]]
code = "129"
zh = "接机牌打印"
en = "Placard printed"
phase = "preparation"
due = "PU-1d"
owner = "front_desk"
when = "pick"
clauses = ["A6.4a", "B3b"]
[[item]]
code = "130"
zh = "司机车辆落实：整洁/可靠/油量"
en = "Driver and car settled: clean, reliable, full"
phase = "preparation"
due = "PU-1d"
owner = "hr_admin"
when = "pick"
clauses = ["A6.4b", "B2a", "B2b"]
[[item]]
code = "131"
zh = "大门/大厅/会议接待室卫生"
en = "Gate, lobby, meeting rooms clean"
phase = "preparation"
due = "AC-1d"
owner = "cleaning"
when = ""
clauses = ["A6.4c"]
[[item]]
code = "132"
zh = "交待门岗：喷泉/电话通知前台和行政主管"
en = "Gate told: fountain; phone desk and admin supervisor"
phase = "preparation"
due = "AC-1d"
owner = "front_desk"
when = ""
clauses = ["A6.4d"]
[[item]]
code = "133"
zh = "水果/咖啡/茶/点心糖果"
en = "Fruit, coffee, tea, snacks"
phase = "preparation"
due = "AC-4h"
owner = "hr_admin"
when = ""
clauses = ["A6.5"]
[[item]]
code = "134"
zh = "小礼物"
en = "Gifts"
phase = "preparation"
due = "AC-1d"
owner = "hr_admin"
when = "gift"
clauses = ["A6.6"]
[[item]]
code = "135"
zh = "会议方案"
en = "Meeting plan"
phase = "preparation"
due = "AC-1d"
owner = "department"
when = "meeting"
clauses = ["A6.7"]
[[item]]
code = "136"
zh = "附近娱乐/购物/景点资料"
en = "Nearby leisure, shopping, sights"
phase = "preparation"
due = "AC-1d"
owner = "front_desk"
when = ""
clauses = ["A6.8"]
[[item]]
code = "189"
zh = "二次落实 第一轮：人员/地点/车辆"
en = "Second confirmation, first round: people, place, vehicle"
phase = "preparation"
due = "AC-1d"
owner = "hr_admin"
when = "L1"
clauses = ["A8"]
[[item]]
code = "190"
zh = "二次落实：人员/地点/车辆（三勾）"
en = "Second confirmation: people, place, vehicle (three ticks)"
phase = "preparation"
due = "AC-H"
owner = "hr_admin"
when = ""
clauses = ["A7", "A8"]
# 接送 Transfer
[[item]]
code = "201"
zh = "酒店预订确认，房间分配表"
en = "Hotel confirmed, rooming list"
phase = "transfer"
due = "AC-2d"
owner = "hr_admin"
when = "hotel"
clauses = ["B1"]
[[item]]
code = "202"
zh = "车内纸巾/矿泉水"
en = "Tissues and water in the car"
phase = "transfer"
due = "PU-2h"
owner = "driver"
when = "pick"
clauses = ["B2c"]
[[item]]
code = "203"
zh = "提前到达接站点"
en = "At the waiting area early"
phase = "transfer"
due = "PU-30m"
owner = "driver"
when = "pick"
clauses = ["B3a"]
[[item]]
code = "204"
zh = "自我介绍，协助行李，人数件数核对后出发"
en = "Introduce oneself, help with luggage, count heads and bags, leave"
phase = "transfer"
due = "PU"
owner = "escorts"
when = "pick"
clauses = ["B4a", "B4b", "B5a", "B5b"]
[[item]]
code = "205"
zh = "自驾：确认下车地点，发路线"
en = "Self-driving: drop-off agreed, directions sent"
phase = "transfer"
due = "AC-1d"
owner = "front_desk"
when = "self"
clauses = ["B6a", "B6b"]
[[item]]
code = "206"
zh = "自驾：当日致电询问位置，再确认下车地点"
en = "Self-driving: call on the day, position, drop-off again"
phase = "transfer"
due = "AC-60m"
owner = "front_desk"
when = "self"
clauses = ["B6c", "B6d"]
[[item]]
code = "207"
zh = "车上再征询行程，变动通知后勤"
en = "Ask about plans in the car; changes to logistics"
phase = "transfer"
due = "PU+10m"
owner = "escorts"
when = "pick"
clauses = ["B7"]
[[item]]
code = "208"
zh = "迎接人员到位"
en = "Welcomers in position"
phase = "transfer"
due = "AC-10m"
owner = "escorts"
when = "L12"
clauses = ["B8.1", "B8.2"]
[[item]]
code = "209"
zh = "喷泉开启"
en = "Fountain on"
phase = "transfer"
due = "AC-15m"
owner = "gate"
when = ""
clauses = ["A6.4d"]
[[item]]
code = "210"
zh = "欢迎词已上屏"
en = "Welcome words on the sign"
phase = "transfer"
due = "AC-15m"
owner = "it"
when = "sign"
clauses = ["A6.2b"]
[[item]]
code = "211"
zh = "引见：先主后宾，由尊而卑"
en = "Introductions: hosts first, by rank"
phase = "transfer"
due = "AC"
owner = "department"
when = ""
clauses = ["B8.1b", "B8.1c"]
[[item]]
code = "212"
zh = "入住后确认下一步行程，按时到酒店等候"
en = "After check-in confirm the next step; be there early"
phase = "transfer"
due = "CI+30m"
owner = "escorts"
when = "hotel"
clauses = ["B9"]
[[item]]
code = "213"
zh = "返程票购买/送达"
en = "Return tickets bought and handed over"
phase = "transfer"
due = "DS-2d"
owner = "hr_admin"
when = "ticket"
clauses = ["B12"]
[[item]]
code = "214"
zh = "离开：车到大厅门口（10→5分钟）"
en = "Leaving: car at the door, 10 to 5 minutes ahead"
phase = "transfer"
due = "DC-10m"
owner = "driver"
when = ""
clauses = ["B11a"]
[[item]]
code = "215"
zh = "陪同人员门口送行"
en = "Escorts at the door"
phase = "transfer"
due = "DC-5m"
owner = "escorts"
when = "L12"
clauses = ["B11b", "B11c"]
# 会谈 Talks
[[item]]
code = "301"
zh = "环境/楼道卫生"
en = "Surroundings and corridors"
phase = "talks"
due = "MS-60m"
owner = "cleaning"
when = "meeting"
clauses = ["C1", "C2"]
[[item]]
code = "302"
zh = "室内卫生，通风 10–15 分钟"
en = "Room clean and aired 10–15 min"
phase = "talks"
due = "MS-60m"
owner = "cleaning"
when = "meeting"
clauses = ["C2", "C6"]
[[item]]
code = "303"
zh = "洗手间"
en = "Washrooms"
phase = "talks"
due = "MS-60m"
owner = "cleaning"
when = "meeting"
clauses = ["C2"]
[[item]]
code = "304"
zh = "室温 24–27°C"
en = "Room temperature 24–27 °C"
phase = "talks"
due = "MS-30m"
owner = "hr_admin"
when = "meeting"
clauses = ["C3"]
[[item]]
code = "305"
zh = "灯光"
en = "Light"
phase = "talks"
due = "MS-30m"
owner = "hr_admin"
when = "meeting"
clauses = ["C3"]
[[item]]
code = "306"
zh = "投影/影片/音响试播"
en = "Projector, film, sound tried"
phase = "talks"
due = "MS-30m"
owner = "hr_admin"
when = "meeting"
clauses = ["C6"]
[[item]]
code = "307"
zh = "公司简介、产品资料"
en = "Company profile, product material"
phase = "talks"
due = "MS-30m"
owner = "department"
when = "meeting"
clauses = ["C4"]
[[item]]
code = "308"
zh = "纸笔"
en = "Paper and pens"
phase = "talks"
due = "MS-30m"
owner = "hr_admin"
when = "meeting"
clauses = ["C4"]
[[item]]
code = "309"
zh = "茶水杯"
en = "Tea cups"
phase = "talks"
due = "MS-30m"
owner = "hr_admin"
when = "meeting"
clauses = ["C4"]
[[item]]
code = "310"
zh = "水果（按级别）"
en = "Fruit (by level)"
phase = "talks"
due = "MS-30m"
owner = "hr_admin"
when = "meeting"
clauses = ["C4"]
[[item]]
code = "311"
zh = "领席签、欢迎标识"
en = "Seat cards, welcome signs"
phase = "talks"
due = "MS-30m"
owner = "hr_admin"
when = "meeting"
clauses = ["C5"]
[[item]]
code = "312"
zh = "续茶安排，会议纪要和拍照人"
en = "Refills, minute-taker, photographer"
phase = "talks"
due = "MS-30m"
owner = "hr_admin"
when = "meeting"
clauses = ["C7", "C9"]
# 用餐 Dining
[[item]]
code = "401"
zh = "餐厅预订，用餐通知"
en = "Restaurant booked, meal notice"
phase = "dining"
due = "ME-1d"
owner = "hr_admin"
when = "meal"
clauses = ["E1"]
[[item]]
code = "402"
zh = "忌口过敏已问清并告知厨房"
en = "Taboos and allergies known and told to the kitchen"
phase = "dining"
due = "ME-1d"
owner = "hr_admin"
when = "meal"
clauses = ["E2"]
[[item]]
code = "403"
zh = "菜单、陪餐人数"
en = "Menu; hosts at the table"
phase = "dining"
due = "ME-4h"
owner = "hr_admin"
when = "meal"
clauses = ["E1", "E4"]
[[item]]
code = "404"
zh = "座次、桌签"
en = "Seating, place cards"
phase = "dining"
due = "ME-30m"
owner = "hr_admin"
when = "meal"
clauses = ["E3"]
[[item]]
code = "405"
zh = "主方先到"
en = "Hosts arrive first"
phase = "dining"
due = "ME-15m"
owner = "escorts"
when = "meal"
clauses = ["E5"]
# 后续 Follow-up
[[item]]
code = "501"
zh = "会议室恢复，物品收回"
en = "Room restored, things returned"
phase = "follow_up"
due = "DC+2h"
owner = "hr_admin"
when = "meeting"
clauses = ["C10", "G3"]
[[item]]
code = "502"
zh = "会谈纪要确认"
en = "Minutes confirmed"
phase = "follow_up"
due = "DC+1d"
owner = "department"
when = "meeting"
clauses = ["G1"]
[[item]]
code = "503"
zh = "感谢信"
en = "Thank-you letter"
phase = "follow_up"
due = "DC+1d"
owner = "department"
when = ""
clauses = ["G1"]
[[item]]
code = "504"
zh = "内部任务下达"
en = "Internal tasks issued"
phase = "follow_up"
due = "DC+2wd"
owner = "department"
when = ""
clauses = ["G1"]
[[item]]
code = "505"
zh = "接待清单/费用"
en = "Settlement list, cost"
phase = "follow_up"
due = "DC+3wd"
owner = "hr_admin"
when = ""
clauses = ["G2"]
[[item]]
code = "506"
zh = "偏好/改进记录，资料归档"
en = "Preferences and lessons noted, file archived"
phase = "follow_up"
due = "DC+3wd"
owner = "front_desk"
when = ""
clauses = ["G4"]
','2026-12-01 01:00:00.000000','');
INSERT INTO "template" VALUES(2,'levels','levels',1,'# The levels of a reception (clauses B8.1 to B8.3).
#
# [[role]]   code, and what it is called (zh, en)
# [[level]]
#   number               1 is the highest
#   zh, en               what the level is called
#   escorts              roles that accompany the guests
#   welcomers            roles that wait in the lobby; [] for no welcome in the lobby
#   send_off             whether the escorts also stand at the door when the guests leave (B11b)
#   in_position_minutes  how long before the arrival the welcomers stand in the lobby
#   confirmation_rounds  when people, place and vehicle are confirmed again (A8), seen from the arrival:
#                        -1d one day, -H half a day before; the last round counts
#   hotel_standard       up to how many yuan a room may cost a night (B1); leave it out where there is no limit
#
# 接待级别。[[role]] 为职务（编号、中文、英文）；[[level]] 为级别：number 1 最高，escorts 陪同人员，welcomers 大厅迎接人员
# （[] 表示不迎接），send_off 是否门口送行，in_position_minutes 提前多少分钟到大厅，confirmation_rounds 再次确认（-1d 提前一天，
# -H 提前半天），hotel_standard 住宿标准（元/间·夜，不限则不写）。
name = "standard"
version = 1
[[role]]
code = "general_manager"
zh = "总经理"
en = "General manager"
[[role]]
code = "deputy_general_manager"
zh = "副总经理"
en = "Deputy general manager"
[[role]]
code = "director"
zh = "总监"
en = "Director"
[[role]]
code = "department_manager"
zh = "部门经理"
en = "Department manager"
[[role]]
code = "matching_department_manager"
zh = "对口部门经理"
en = "Manager of the matching department"
[[role]]
code = "matching_department_staff"
zh = "对口部门人员"
en = "Staff of the matching department"
[[level]]
number = 1
zh = "一级"
en = "Level 1"
escorts = ["general_manager", "deputy_general_manager", "director", "department_manager"]
welcomers = ["general_manager", "deputy_general_manager", "department_manager"]
send_off = true
in_position_minutes = 10
confirmation_rounds = ["-1d", "-H"]
[[level]]
number = 2
zh = "二级"
en = "Level 2"
escorts = ["deputy_general_manager", "director", "department_manager"]
welcomers = ["deputy_general_manager", "director", "department_manager"]
send_off = true
in_position_minutes = 10
confirmation_rounds = ["-H"]
[[level]]
number = 3
zh = "三级"
en = "Level 3"
escorts = ["matching_department_manager", "matching_department_staff"]
welcomers = []
send_off = false
in_position_minutes = 0
confirmation_rounds = ["-H"]
','2026-12-01 01:00:00.000000','');
INSERT INTO "template" VALUES(3,'wording','wording',1,'# What the welcome signs say.
#
# {unit}, {name} and {title} are those of the main guest; {company} is ours. What is not known is left out together
# with the comma or the brackets around it. A visit whose level is not known yet, or has no words here, is welcomed
# with those of the last [[welcome]].
#
# 欢迎屏用语。{unit} 来访单位、{name} 主宾、{title} 职务、{units} 各来访单位、{company} 本公司；未知的内容连同旁边的逗号、括号一并省略。
name = "standard"
version = 2
[[welcome]]
level = 1
zh = "热烈欢迎{unit}{name}{title}一行莅临指导"
en = "A warm welcome to {name}, {title}, {unit}"
[[welcome]]
level = 2
zh = "热烈欢迎{unit}{name}{title}一行来访"
en = "A warm welcome to {name}, {title}, {unit}"
[[welcome]]
level = 3
zh = "热烈欢迎{unit}{name}{title}一行"
en = "A warm welcome to {name}, {title}, {unit}"
[unnamed]  # neither unit nor name is known
zh = "热烈欢迎各位来宾"
en = "A warm welcome to our guests"
[together]  # several delegations on one line; {units} are their names
zh = "热烈欢迎{units}来宾"
en = "A warm welcome to our guests from {units}"
[idle]  # nobody is being welcomed
zh = "欢迎光临{company}"
en = "Welcome to {company}"
[idle_unnamed]  # the company''s name is not known yet
zh = "欢迎光临"
en = "Welcome"
','2026-12-01 01:00:00.000000','');
INSERT INTO "template" VALUES(4,'lead_times','lead_times',1,'# How long ahead things are known, ready or in place. The unit is the end of each name; the due times of the
# preparation list stand in the checklist.
#
# 各事项的提前时间，单位见名称末尾（days 天、minutes 分钟）；notice_counts 为 calendar 自然日或 working 工作日。
name = "standard"
version = 1
notice_days = 2                     # a reception with the chairman or the general manager is made known (P5)
notice_counts = "calendar"          # calendar | working: which days are counted
sign_told_days = 1                  # IT has the welcome words (A6.2b)
sign_lead_minutes = 15              # the words are on the sign before the arrival (A6.2b)
sign_grace_minutes = 30             # and stay on it after the departure
fountain_minutes = 15               # the fountain runs before the arrival (A6.4d)
welcomers_in_position_minutes = 10  # the welcomers stand in the lobby before the arrival (B8.1)
driver_early_minutes = 30           # the driver waits before the flight or train comes in (B3a)
self_drive_call_minutes = 60        # guests in their own car are called before the arrival (B6c)
car_at_door_minutes = 10            # the car comes to the lobby door before the departure (B11a)
car_at_door_latest_minutes = 5      # and not later than this
','2026-12-01 01:00:00.000000','');
CREATE TABLE ticket (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	visit_id INTEGER NOT NULL, 
	guest_id INTEGER, 
	leg_id INTEGER, 
	holder VARCHAR NOT NULL, 
	number VARCHAR NOT NULL, 
	leaves_at DATETIME, 
	state VARCHAR(20) NOT NULL, 
	price INTEGER, 
	due_at DATETIME, 
	note VARCHAR NOT NULL, 
	CONSTRAINT ck_ticket_price CHECK (price IS NULL OR price >= 0), 
	CONSTRAINT fk_ticket_visit_id_visit FOREIGN KEY(visit_id) REFERENCES visit (id) ON DELETE RESTRICT, 
	CONSTRAINT fk_ticket_guest_id_guest FOREIGN KEY(guest_id) REFERENCES guest (id) ON DELETE RESTRICT, 
	CONSTRAINT fk_ticket_leg_id_leg FOREIGN KEY(leg_id) REFERENCES leg (id) ON DELETE RESTRICT, 
	CONSTRAINT ck_ticket_state CHECK (state IN ('wanted', 'bought', 'handed_over'))
);
CREATE TABLE visit (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	number VARCHAR NOT NULL, 
	state VARCHAR(20) NOT NULL, 
	company_id INTEGER, 
	checklist_id INTEGER NOT NULL, 
	purpose VARCHAR NOT NULL, 
	level INTEGER, 
	owner_department VARCHAR NOT NULL, 
	applicant VARCHAR NOT NULL, 
	applicant_phone VARCHAR NOT NULL, 
	applicant_phone_extension VARCHAR NOT NULL, 
	applied_on DATE, 
	received_at DATETIME, 
	arrival_at DATETIME, 
	departure_at DATETIME, 
	zone VARCHAR NOT NULL, 
	heads INTEGER, 
	men INTEGER, 
	women INTEGER, 
	drop_off VARCHAR NOT NULL, 
	note VARCHAR NOT NULL, 
	not_understood VARCHAR NOT NULL, 
	actual_arrival_at DATETIME, 
	actual_departure_at DATETIME, 
	is_confidential BOOLEAN NOT NULL, 
	cancel_reason VARCHAR NOT NULL, 
	deleted_at DATETIME, 
	deleted_by VARCHAR NOT NULL, 
	pick_up VARCHAR(20) NOT NULL, 
	hotel VARCHAR(20) NOT NULL, 
	ticket VARCHAR(20) NOT NULL, 
	invitation VARCHAR(20) NOT NULL, 
	meal VARCHAR(20) NOT NULL, 
	meeting VARCHAR(20) NOT NULL, 
	tour VARCHAR(20) NOT NULL, 
	gift VARCHAR(20) NOT NULL, 
	sign VARCHAR(20) NOT NULL, 
	leadership VARCHAR(20) NOT NULL, 
	CONSTRAINT uq_visit_number UNIQUE (number), 
	CONSTRAINT ck_visit_order CHECK (departure_at IS NULL OR arrival_at IS NULL OR departure_at >= arrival_at), 
	CONSTRAINT ck_visit_level CHECK (level IS NULL OR level BETWEEN 1 AND 9), 
	CONSTRAINT ck_visit_men CHECK (men IS NULL OR men >= 0), 
	CONSTRAINT ck_visit_women CHECK (women IS NULL OR women >= 0), 
	CONSTRAINT ck_visit_heads CHECK (heads IS NULL OR heads >= 0), 
	CONSTRAINT ck_visit_state CHECK (state IN ('draft', 'submitted', 'cancelled')), 
	CONSTRAINT fk_visit_company_id_company FOREIGN KEY(company_id) REFERENCES company (id) ON DELETE RESTRICT, 
	CONSTRAINT fk_visit_checklist_id_template FOREIGN KEY(checklist_id) REFERENCES template (id) ON DELETE RESTRICT, 
	CONSTRAINT ck_visit_pick_up CHECK (pick_up IN ('yes', 'no', 'unconfirmed')), 
	CONSTRAINT ck_visit_hotel CHECK (hotel IN ('yes', 'no', 'unconfirmed')), 
	CONSTRAINT ck_visit_ticket CHECK (ticket IN ('yes', 'no', 'unconfirmed')), 
	CONSTRAINT ck_visit_invitation CHECK (invitation IN ('yes', 'no', 'unconfirmed')), 
	CONSTRAINT ck_visit_meal CHECK (meal IN ('yes', 'no', 'unconfirmed')), 
	CONSTRAINT ck_visit_meeting CHECK (meeting IN ('yes', 'no', 'unconfirmed')), 
	CONSTRAINT ck_visit_tour CHECK (tour IN ('yes', 'no', 'unconfirmed')), 
	CONSTRAINT ck_visit_gift CHECK (gift IN ('yes', 'no', 'unconfirmed')), 
	CONSTRAINT ck_visit_sign CHECK (sign IN ('yes', 'no', 'unconfirmed')), 
	CONSTRAINT ck_visit_leadership CHECK (leadership IN ('yes', 'no', 'unconfirmed'))
);
INSERT INTO "visit" VALUES(1,'2026-0001','draft',1,1,'',1,'','','','',NULL,'2026-12-01 01:00:00.000000','2026-12-08 02:30:00.000000','2026-12-09 08:00:00.000000','Asia/Shanghai',NULL,NULL,NULL,'','','',NULL,NULL,0,'',NULL,'','unconfirmed','unconfirmed','unconfirmed','unconfirmed','unconfirmed','unconfirmed','unconfirmed','unconfirmed','unconfirmed','unconfirmed');
CREATE TABLE visit_search_words (place INTEGER PRIMARY KEY, visit_id INTEGER NOT NULL UNIQUE, words TEXT NOT NULL);
INSERT INTO "visit_search_words" VALUES(3626718721,1,'0001 2026 20260001 c chong gc guchong hengyijingmijixi hyjmjxyxgs jingmijixieyouxi jixieyouxiangong jmjxyxgs jxyxgs mijixieyouxiango mjxyxgs suzhouhengyijing szhyjmjxyxgs xieyouxiangongsi xyxgs yijingmijixieyou yjmjxyxgs zhouhengyijingmi zhyjmjxyxgs 事长 公司 司 密机 屹精 州恒 恒屹 有限 机械 械有 精密 翀 苏州 董事 长 限公 顾翀');
CREATE TABLE walk_in (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	name VARCHAR NOT NULL, 
	company VARCHAR NOT NULL, 
	phone VARCHAR NOT NULL, 
	person_id INTEGER, 
	heads INTEGER NOT NULL, 
	host VARCHAR NOT NULL, 
	department VARCHAR NOT NULL, 
	purpose VARCHAR NOT NULL, 
	plate VARCHAR NOT NULL, 
	card VARCHAR NOT NULL, 
	card_returned BOOLEAN NOT NULL, 
	goods VARCHAR NOT NULL, 
	arrived_at DATETIME NOT NULL, 
	left_at DATETIME, 
	note VARCHAR NOT NULL, 
	CONSTRAINT ck_walk_in_order CHECK (left_at IS NULL OR left_at >= arrived_at), 
	CONSTRAINT ck_walk_in_heads CHECK (heads >= 1), 
	CONSTRAINT fk_walk_in_person_id_person FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE RESTRICT
);
CREATE TABLE welcome_message (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	visit_id INTEGER, 
	sign_id INTEGER NOT NULL, 
	text VARCHAR NOT NULL, 
	text_en VARCHAR NOT NULL, 
	starts_at DATETIME, 
	ends_at DATETIME, 
	zone VARCHAR NOT NULL, 
	priority INTEGER NOT NULL, 
	effect VARCHAR(20) NOT NULL, 
	checked_at DATETIME, 
	checked_by VARCHAR NOT NULL, 
	checked_text VARCHAR NOT NULL, 
	checked_text_en VARCHAR NOT NULL, 
	told_it_at DATETIME, 
	told_it_by VARCHAR NOT NULL, 
	told_it_of VARCHAR NOT NULL, 
	told_it_how VARCHAR NOT NULL, 
	seen_at DATETIME, 
	seen_by VARCHAR NOT NULL, 
	taken_down_at DATETIME, 
	taken_down_by VARCHAR NOT NULL, 
	cancelled_at DATETIME, 
	cancelled_by VARCHAR NOT NULL, 
	CONSTRAINT ck_welcome_message_window CHECK (ends_at IS NULL OR starts_at IS NULL OR ends_at > starts_at), 
	CONSTRAINT ck_welcome_message_window_or_visit CHECK (visit_id IS NOT NULL OR (starts_at IS NOT NULL AND ends_at IS NOT NULL)), 
	CONSTRAINT fk_welcome_message_visit_id_visit FOREIGN KEY(visit_id) REFERENCES visit (id) ON DELETE RESTRICT, 
	CONSTRAINT fk_welcome_message_sign_id_sign FOREIGN KEY(sign_id) REFERENCES sign (id) ON DELETE RESTRICT, 
	CONSTRAINT ck_welcome_message_effect CHECK (effect IN ('auto', 'static', 'scroll'))
);
CREATE INDEX ix_step_of_step_id ON step (of_step_id) WHERE of_step_id IS NOT NULL;
CREATE INDEX ix_step_at ON step (at);
CREATE INDEX ix_step_visit_id ON step (visit_id);
CREATE INDEX ix_company_name ON company (name);
CREATE INDEX ix_journal_row_step_id ON journal_row (step_id);
CREATE INDEX ix_person_name ON person (name);
CREATE INDEX ix_person_phone ON person (phone);
CREATE INDEX ix_person_company_id ON person (company_id);
CREATE INDEX ix_rivalry_rival_id ON rivalry (rival_id);
CREATE INDEX ix_sign_sending_at ON sign_sending (at);
CREATE INDEX ix_sign_sending_sign_id ON sign_sending (sign_id);
CREATE INDEX ix_visit_departure_at ON visit (departure_at, arrival_at);
CREATE INDEX ix_visit_company_id ON visit (company_id);
CREATE INDEX ix_visit_list ON visit (arrival_at, id, departure_at, state, level, owner_department, actual_arrival_at, actual_departure_at, deleted_at) WHERE deleted_at IS NULL;
CREATE INDEX ix_visit_deleted_at ON visit (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX ix_visit_owner_department ON visit (owner_department, arrival_at);
CREATE INDEX ix_car_booking_visit_id ON car_booking (visit_id);
CREATE INDEX ix_car_booking_starts_at ON car_booking (starts_at);
CREATE INDEX ix_hotel_booking_check_in ON hotel_booking (check_in);
CREATE INDEX ix_hotel_booking_visit_id ON hotel_booking (visit_id);
CREATE INDEX ix_edition_visit_id ON edition (visit_id);
CREATE INDEX ix_edition_code ON edition (code);
CREATE INDEX ix_guest_person_id ON guest (person_id);
CREATE UNIQUE INDEX uq_guest_main ON guest (visit_id) WHERE is_main;
CREATE INDEX ix_guest_visit_id ON guest (visit_id);
CREATE INDEX ix_itinerary_row_visit_id ON itinerary_row (visit_id);
CREATE INDEX ix_leg_visit_id ON leg (visit_id);
CREATE INDEX ix_meal_visit_id ON meal (visit_id);
CREATE INDEX ix_meal_room_id ON meal (room_id);
CREATE INDEX ix_meeting_room_id ON meeting (room_id);
CREATE INDEX ix_meeting_visit_id ON meeting (visit_id);
CREATE INDEX ix_preparation_item_visit_id ON preparation_item (visit_id);
CREATE INDEX ix_welcome_message_visit_id ON welcome_message (visit_id);
CREATE INDEX ix_welcome_message_sign_id ON welcome_message (sign_id);
CREATE INDEX ix_walk_in_person_id ON walk_in (person_id);
CREATE INDEX ix_walk_in_name ON walk_in (name);
CREATE INDEX ix_walk_in_company ON walk_in (company);
CREATE INDEX ix_walk_in_left_at ON walk_in (left_at);
CREATE INDEX ix_walk_in_arrived_at ON walk_in (arrived_at);
CREATE INDEX ix_sign_order_sign_id ON sign_order (sign_id);
CREATE INDEX ix_ticket_visit_id ON ticket (visit_id);
CREATE INDEX ix_ticket_leaves_at ON ticket (leaves_at);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('template',4);
INSERT INTO "sqlite_sequence" VALUES('preference',2);
INSERT INTO "sqlite_sequence" VALUES('visit',1);
INSERT INTO "sqlite_sequence" VALUES('step',8);
INSERT INTO "sqlite_sequence" VALUES('journal_row',150);
INSERT INTO "sqlite_sequence" VALUES('company',1);
INSERT INTO "sqlite_sequence" VALUES('person',1);
INSERT INTO "sqlite_sequence" VALUES('guest',1);
INSERT INTO "sqlite_sequence" VALUES('meeting',1);
INSERT INTO "sqlite_sequence" VALUES('itinerary_row',1);
INSERT INTO "sqlite_sequence" VALUES('car_booking',1);
INSERT INTO "sqlite_sequence" VALUES('hotel_booking',1);
INSERT INTO "sqlite_sequence" VALUES('meal',1);
INSERT INTO "sqlite_sequence" VALUES('leg',1);
INSERT INTO "sqlite_sequence" VALUES('preparation_item',1);
INSERT INTO "sqlite_sequence" VALUES('edition',1);
CREATE VIRTUAL TABLE visit_search USING fts5(words, content='visit_search_words', content_rowid='place', tokenize='ascii', prefix='1 2 3', detail='none', columnsize=0);
INSERT INTO visit_search (visit_search) VALUES ('rebuild');
COMMIT;
PRAGMA application_id = 1382368357;

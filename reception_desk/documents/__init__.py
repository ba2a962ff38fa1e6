"""Paper: facts in, PDF bytes out. One file per hand-out; `HAND_OUTS` lists them, `TELLINGS` all that is told."""

from __future__ import annotations

from typing import Final

from reception_desk.documents.application_sheet import ApplicationSheet
from reception_desk.documents.booking_told import BOOKED
from reception_desk.documents.change_told import ChangeTold
from reception_desk.documents.cleaning_sheet import CleaningSheet
from reception_desk.documents.dining_notice import DiningNotice
from reception_desk.documents.dispatch_slip import DispatchSlip
from reception_desk.documents.driver_sheet import DriverSheet
from reception_desk.documents.gate_notice import GateNotice
from reception_desk.documents.gift_slip import GiftSlip
from reception_desk.documents.hand_out import HandOut
from reception_desk.documents.introduction import IntroductionScript
from reception_desk.documents.invitation import Invitation
from reception_desk.documents.itinerary import Itinerary
from reception_desk.documents.kitchen_sheet import KitchenSheet
from reception_desk.documents.leader_brief import LeaderBrief
from reception_desk.documents.local_guide import LocalGuide
from reception_desk.documents.material_kit import MaterialKit
from reception_desk.documents.paper_told import (
    InvitationAgreed,
    InvitationSent,
    ItineraryAgreed,
    ItinerarySent,
    NoticeTold,
)
from reception_desk.documents.placard import Placard
from reception_desk.documents.preparation_sheet import PreparationSheet
from reception_desk.documents.read_back import ReadBack
from reception_desk.documents.reception_plan import ReceptionPlan
from reception_desk.documents.restore_sheet import RestoreSheet
from reception_desk.documents.room_set_up import RoomSetUp
from reception_desk.documents.rooming_list import RoomingList
from reception_desk.documents.second_confirmation import PeopleConfirmed, PlaceConfirmed, VehicleConfirmed
from reception_desk.documents.sign_notice import SignNotice
from reception_desk.documents.telling import Telling
from reception_desk.documents.welcome_sign import WelcomeSign

HAND_OUTS: Final[tuple[HandOut, ...]] = (
    WelcomeSign(),
    ApplicationSheet(),
    ReceptionPlan(),
    Itinerary(),
    Placard(),
    DispatchSlip(),
    DriverSheet(),
    RoomingList(),
    IntroductionScript(),
    DiningNotice(),
    KitchenSheet(),
    LeaderBrief(),
    MaterialKit(),
    RoomSetUp(),
    Invitation(),
    SignNotice(),
    CleaningSheet(),
    GateNotice(),
    GiftSlip(),
    LocalGuide(),
    PreparationSheet(),
    RestoreSheet(),
)

_TOLD: Final[tuple[Telling, ...]] = (
    *HAND_OUTS,
    ReadBack(),
    ItinerarySent(),
    ItineraryAgreed(),
    InvitationAgreed(),
    InvitationSent(),
    NoticeTold(),
    PeopleConfirmed(),
    PlaceConfirmed(),
    VehicleConfirmed(),
    *BOOKED.values(),
)

TELLINGS: Final[tuple[Telling, ...]] = (*_TOLD, ChangeTold(_TOLD))

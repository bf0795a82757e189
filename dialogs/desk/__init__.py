"""What only AKE's coordinators do: here, the ways to it all, and what the bot says by itself."""

from bot.dialog import Dialog
from dialogs.desk.coming_posts import ListPosts, SeePost
from dialogs.desk.directors import (
    ConfirmDirector,
    DecideDirector,
    DirectorConfirmed,
    DirectorRefused,
)
from dialogs.desk.info_sessions import SetInfoSession
from dialogs.desk.libraries import (
    DecideLibrary,
    LibraryAccepted,
    LibraryRefused,
    SuggestedLibrary,
    SuggestLibrary,
)
from dialogs.desk.menu import Desk
from dialogs.desk.post_changes import CallOffPost, MovePost, RestorePost
from dialogs.desk.rooms import ListRooms, NewRoom, TieRoom
from dialogs.desk.rounds import CloseRound, ListRounds, MoveRound, OpenRound
from dialogs.desk.undelivered import LeaveUnsent, ListUndelivered, SendAgain

DIALOGS: tuple[type[Dialog], ...] = (
    Desk,
    ListRounds,
    MoveRound,
    OpenRound,
    CloseRound,
    SetInfoSession,
    ConfirmDirector,
    DecideDirector,
    DirectorConfirmed,
    DirectorRefused,
    SuggestLibrary,
    SuggestedLibrary,
    DecideLibrary,
    LibraryAccepted,
    LibraryRefused,
    ListPosts,
    SeePost,
    MovePost,
    CallOffPost,
    RestorePost,
    ListRooms,
    TieRoom,
    NewRoom,
    ListUndelivered,
    SendAgain,
    LeaveUnsent,
)

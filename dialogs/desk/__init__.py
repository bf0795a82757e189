"""What only AKE's coordinators do: here, what the bot says by itself."""

from bot.dialog import Dialog
from dialogs.desk.coming_posts import CallOffPost, ListPosts, MovePost, RestorePost, SeePost
from dialogs.desk.rooms import ListRooms, NewRoom, TieRoom
from dialogs.desk.undelivered import LeaveUnsent, ListUndelivered, SendAgain

DIALOGS: tuple[type[Dialog], ...] = (
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

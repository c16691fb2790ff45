<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>Cards</name>
    <message numerus="yes">
        <source>waits for %n approval(s) of %1</source>
        <translation>
            <numerusform>waits for %n approval of %1</numerusform>
            <numerusform>waits for %n approvals of %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> and %n more</numerusform>
            <numerusform> and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>needs %n approval(s) of %1</source>
        <translation>
            <numerusform>needs %n approval of %1</numerusform>
            <numerusform>needs %n approvals of %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PluginNews</name>
    <message numerus="yes">
        <source>Plugin %1 %2 is here: %n command(s).</source>
        <translation>
            <numerusform>Plugin %1 %2 is here: %n command.</numerusform>
            <numerusform>Plugin %1 %2 is here: %n commands.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Plugin %1 %2 was read anew: %n command(s).</source>
        <translation>
            <numerusform>Plugin %1 %2 was read anew: %n command.</numerusform>
            <numerusform>Plugin %1 %2 was read anew: %n commands.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wardroom::models::ConversationModel</name>
    <message numerus="yes">
        <source>seen %n times</source>
        <translation>
            <numerusform>seen once</numerusform>
            <numerusform>seen %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replies</source>
        <translation>
            <numerusform>%n reply</numerusform>
            <numerusform>%n replies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wardroom::models::RoomListModel</name>
    <message numerus="yes">
        <source>, %n unread</source>
        <translation>
            <numerusform>, %n unread</numerusform>
            <numerusform>, %n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wardroom::session::DrillPlay</name>
    <message numerus="yes">
        <source>%1 of %2 steps done, in %n minutes.</source>
        <translation>
            <numerusform>%1 of %2 steps done, in %n minute.</numerusform>
            <numerusform>%1 of %2 steps done, in %n minutes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wardroom::session::Escalation</name>
    <message numerus="yes">
        <source>nobody acknowledged it within %n minute(s)</source>
        <translation>
            <numerusform>nobody acknowledged it within a minute</numerusform>
            <numerusform>nobody acknowledged it within %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wardroom::session::Explaining</name>
    <message numerus="yes">
        <source>Nothing runs until %n of %1 agreed; nobody agrees to what they asked for themselves.</source>
        <translation>
            <numerusform>Nothing runs until %n of %1 agreed; nobody agrees to what they asked for themselves.</numerusform>
            <numerusform>Nothing runs until %n of %1 agreed; nobody agrees to what they asked for themselves.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wardroom::session::Talk</name>
    <message numerus="yes">
        <source>%1 · needs %n approval(s) of %2</source>
        <translation>
            <numerusform>%1 · needs an approval of %2</numerusform>
            <numerusform>%1 · needs %n approvals of %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wardroom::session::Workspace</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>%n missing</numerusform>
            <numerusform>%n missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n suspect</source>
        <translation>
            <numerusform>%n suspect</numerusform>
            <numerusform>%n suspect</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out by its exporter</source>
        <translation>
            <numerusform>%n left out by its exporter</numerusform>
            <numerusform>%n left out by its exporter</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wardroom::ui::Announcer</name>
    <message numerus="yes">
        <source>%n requests wait for your decision</source>
        <translation>
            <numerusform>%n request waits for your decision</numerusform>
            <numerusform>%n requests wait for your decision</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new messages</source>
        <translation>
            <numerusform>%n new message</numerusform>
            <numerusform>%n new messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1. And %n more.</source>
        <translation>
            <numerusform>%1. And %n more.</numerusform>
            <numerusform>%1. And %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wardroom::ui::ApprovalDialog</name>
    <message numerus="yes">
        <source>%n approvals needed, %1 given.</source>
        <translation>
            <numerusform>%n approval needed, %1 given.</numerusform>
            <numerusform>%n approvals needed, %1 given.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wardroom::ui::BoardPage</name>
    <message numerus="yes">
        <source>median · %n incidents</source>
        <translation>
            <numerusform>median · %n incident</numerusform>
            <numerusform>median · %n incidents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are SEV1</source>
        <translation>
            <numerusform>%n is SEV1</numerusform>
            <numerusform>%n are SEV1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wardroom::ui::CataloguePage</name>
    <message numerus="yes">
        <source>Asked for %n times</source>
        <translation>
            <numerusform>Asked for once</numerusform>
            <numerusform>Asked for %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wardroom::ui::ConversationView</name>
    <message numerus="yes">
        <source>%n new below</source>
        <translation>
            <numerusform>%n new below</numerusform>
            <numerusform>%n new below</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wardroom::ui::DetailPane</name>
    <message numerus="yes">
        <source>✗ %n differ…</source>
        <translation>
            <numerusform>✗ %n differs…</numerusform>
            <numerusform>✗ %n differ…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n witness(es)…</source>
        <translation>
            <numerusform>%n witness…</numerusform>
            <numerusform>%n witnesses…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other Wardroom(s) have another past of this room</source>
        <translation>
            <numerusform>%n other Wardroom has another past of this room</numerusform>
            <numerusform>%n other Wardrooms have another past of this room</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other Wardroom(s) have the same past of this room</source>
        <translation>
            <numerusform>%n other Wardroom has the same past of this room</numerusform>
            <numerusform>%n other Wardrooms have the same past of this room</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wardroom::ui::InvitationList</name>
    <message numerus="yes">
        <source>%n more, once these are answered</source>
        <translation>
            <numerusform>%n more, once these are answered</numerusform>
            <numerusform>%n more, once these are answered</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wardroom::ui::LevelSheet</name>
    <message numerus="yes">
        <source>It becomes a request; %n other policy admin(s) have to accept it.</source>
        <translation>
            <numerusform>It becomes a request; one other policy admin has to accept it.</numerusform>
            <numerusform>It becomes a request; %n other policy admins have to accept it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wardroom::ui::LinkPresenter</name>
    <message numerus="yes">
        <source>%n Wardrooms ask to be let in.</source>
        <translation>
            <numerusform>%n Wardroom asks to be let in.</numerusform>
            <numerusform>%n Wardrooms ask to be let in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sent</source>
        <translation>
            <numerusform>%n not sent</numerusform>
            <numerusform>%n not sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were refused for good: they stand in their rooms, to be tried again or discarded.</source>
        <translation>
            <numerusform>One was refused for good: it stands in its room, to be tried again or discarded.</numerusform>
            <numerusform>%n were refused for good: they stand in their rooms, to be tried again or discarded.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wardroom::ui::PolicyPanel</name>
    <message numerus="yes">
        <source>A change holds once %n other policy admin(s) accepted it.</source>
        <translation>
            <numerusform>A change holds once one other policy admin accepted it.</numerusform>
            <numerusform>A change holds once %n other policy admins accepted it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wardroom::ui::Rail</name>
    <message numerus="yes">
        <source>%1, %n waiting</source>
        <translation>
            <numerusform>%1, %n waiting</numerusform>
            <numerusform>%1, %n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Workspace %1, %n unread in others</source>
        <translation>
            <numerusform>Workspace %1, %n unread in others</numerusform>
            <numerusform>Workspace %1, %n unread in others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n unread</source>
        <translation>
            <numerusform>%1 · %n unread</numerusform>
            <numerusform>%1 · %n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wardroom::ui::RoomHeader</name>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wardroom::ui::RoomsPane</name>
    <message numerus="yes">
        <source>%n entries found, newest first</source>
        <translation>
            <numerusform>%n entry found</numerusform>
            <numerusform>%n entries found, newest first</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The newest %n entries found; scroll down for more</source>
        <translation>
            <numerusform>The newest %n entry found; scroll down for more</numerusform>
            <numerusform>The newest %n entries found; scroll down for more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wardroom::ui::ThreadPresenter</name>
    <message numerus="yes">
        <source>more than %n replies</source>
        <translation>
            <numerusform>more than %n reply</numerusform>
            <numerusform>more than %n replies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replies</source>
        <translation>
            <numerusform>%n reply</numerusform>
            <numerusform>%n replies</numerusform>
        </translation>
    </message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>wardroom::models::ConversationModel</name>
    <message numerus="yes">
        <source>seen %n times</source>
        <translation>
            <numerusform>seen once</numerusform>
            <numerusform>seen %n times</numerusform>
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
    <name>wardroom::ui::Rail</name>
    <message numerus="yes">
        <source>%1, %n waiting</source>
        <translation>
            <numerusform>%1, %n waiting</numerusform>
            <numerusform>%1, %n waiting</numerusform>
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
</context>
</TS>

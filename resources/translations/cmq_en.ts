<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>StageText</name>
    <message numerus="yes">
        <source>received %n time(s)</source>
        <translation>
            <numerusform>received %n time</numerusform>
            <numerusform>received %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::AlarmRule</name>
    <message numerus="yes">
        <source>, %n samples in a row</source>
        <comment>begins with a comma</comment>
        <translation>
            <numerusform>, %n sample in a row</numerusform>
            <numerusform>, %n samples in a row</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::Alarms</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alarm(s)</source>
        <translation>
            <numerusform>%n alarm</numerusform>
            <numerusform>%n alarms</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::AttentionList</name>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>And %n more.</numerusform>
            <numerusform>And %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::BulkAttributesDialog</name>
    <message numerus="yes">
        <source>Attributes of %n queue(s)</source>
        <translation>
            <numerusform>Attributes of %n queue</numerusform>
            <numerusform>Attributes of %n queues</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::CompareDialog</name>
    <message numerus="yes">
        <source>%n line(s) differ.</source>
        <translation>
            <numerusform>%n line differs.</numerusform>
            <numerusform>%n lines differ.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ConnectionsDialog</name>
    <message numerus="yes">
        <source>%n connection(s) imported. Keys are never in such a file; they are asked for when a connection is opened.</source>
        <translation>
            <numerusform>%n connection imported. Keys are never in such a file; they are asked for when a connection is opened.</numerusform>
            <numerusform>%n connections imported. Keys are never in such a file; they are asked for when a connection is opened.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be used.</source>
        <translation>
            <numerusform>%n could not be used.</numerusform>
            <numerusform>%n could not be used.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) exported, without keys.</source>
        <translation>
            <numerusform>%n connection exported, without keys.</numerusform>
            <numerusform>%n connections exported, without keys.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ConsumersPart</name>
    <message numerus="yes">
        <source>%n message(s) are held</source>
        <translation>
            <numerusform>%n message is held</numerusform>
            <numerusform>%n messages are held</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n receiver(s) wait</source>
        <translation>
            <numerusform>%n receiver waits</numerusform>
            <numerusform>%n receivers wait</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::DashboardPage</name>
    <message numerus="yes">
        <source>%n chart(s)</source>
        <translation>
            <numerusform>%n chart</numerusform>
            <numerusform>%n charts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::DeadLetterPart</name>
    <message numerus="yes">
        <source>A message goes there when it was received %n time(s) without being deleted.</source>
        <translation>
            <numerusform>A message goes there when it was received %n time without being deleted.</numerusform>
            <numerusform>A message goes there when it was received %n times without being deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of at most %1 queue(s):</source>
        <translation>
            <numerusform>%n of at most %1 queues:</numerusform>
            <numerusform>%n of at most %1 queues:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::Delivery</name>
    <message numerus="yes">
        <source>It was published to the topic %1; it is for %n subscription(s).</source>
        <translation>
            <numerusform>It was published to the topic %1; it is for %n subscription.</numerusform>
            <numerusform>It was published to the topic %1; it is for %n subscriptions.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The subscription is gone, and with it %n outstanding delivery(s).</source>
        <translation>
            <numerusform>The subscription is gone, and with it %n outstanding delivery.</numerusform>
            <numerusform>The subscription is gone, and with it %n outstanding deliveries.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::DiagramPanel</name>
    <message numerus="yes">
        <source>%n more are left out: those without a connection and with the smallest backlog.</source>
        <translation>
            <numerusform>%n more is left out: one without a connection and with the smallest backlog.</numerusform>
            <numerusform>%n more are left out: those without a connection and with the smallest backlog.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::DiagramView</name>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::FeedNotice</name>
    <message numerus="yes">
        <source>%n did not answer: %1</source>
        <extracomment>%1 names the queues or topics</extracomment>
        <translation>
            <numerusform>%n did not answer: %1</numerusform>
            <numerusform>%n did not answer: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::FindDialog</name>
    <message numerus="yes">
        <source>%n place(s) could not be looked into</source>
        <translation>
            <numerusform>%n place could not be looked into</numerusform>
            <numerusform>%n places could not be looked into</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::HistoryPanel</name>
    <message numerus="yes">
        <source>%n step(s) of a script</source>
        <translation>
            <numerusform>%n step of a script</numerusform>
            <numerusform>%n steps of a script</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ImportDialog</name>
    <message numerus="yes">
        <source>%n to create</source>
        <translation>
            <numerusform>%n to create</numerusform>
            <numerusform>%n to create</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to change</source>
        <translation>
            <numerusform>%n to change</numerusform>
            <numerusform>%n to change</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to delete</source>
        <translation>
            <numerusform>%n to delete</numerusform>
            <numerusform>%n to delete</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unchanged</source>
        <translation>
            <numerusform>%n unchanged</numerusform>
            <numerusform>%n unchanged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n impossible</source>
        <translation>
            <numerusform>%n impossible</numerusform>
            <numerusform>%n impossible</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::JsonModel</name>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n element(s)</source>
        <translation>
            <numerusform>%n element</numerusform>
            <numerusform>%n elements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::LabText</name>
    <message numerus="yes">
        <source>%n worker(s) for %1, %2 for each message</source>
        <translation>
            <numerusform>%n worker for %1, %2 for each message</numerusform>
            <numerusform>%n workers for %1, %2 for each message</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::LifeLine</name>
    <message numerus="yes">
        <source> %n message(s) of this queue went at once.</source>
        <comment>begins with a space</comment>
        <translation>
            <numerusform> %n message of this queue went at once.</numerusform>
            <numerusform> %n messages of this queue went at once.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It was received %n time(s) without being deleted; the queue&apos;s maxReceiveCount is %1. It went to the dead-letter queue %2.</source>
        <translation>
            <numerusform>It was received %n time without being deleted; the queue&apos;s maxReceiveCount is %1. It went to the dead-letter queue %2.</numerusform>
            <numerusform>It was received %n times without being deleted; the queue&apos;s maxReceiveCount is %1. It went to the dead-letter queue %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The queue was purged: %n message(s) went, in whatever state.</source>
        <translation>
            <numerusform>The queue was purged: %n message went, in whatever state.</numerusform>
            <numerusform>The queue was purged: %n messages went, in whatever state.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The queue was deleted, and %n message(s) with it.</source>
        <translation>
            <numerusform>The queue was deleted, and %n message with it.</numerusform>
            <numerusform>The queue was deleted, and %n messages with it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::MessageCard</name>
    <message numerus="yes">
        <source>%1 · sent %2 · received %n time(s)</source>
        <translation>
            <numerusform>%1 · sent %2 · received %n time</numerusform>
            <numerusform>%1 · sent %2 · received %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::MessageCommands</name>
    <message numerus="yes">
        <source>%n selected message(s) stay: they are not in flight, so there is no receipt handle to delete them with.</source>
        <translation>
            <numerusform>%n selected message stays: it is not in flight, so there is no receipt handle to delete it with.</numerusform>
            <numerusform>%n selected messages stay: they are not in flight, so there are no receipt handles to delete them with.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n message(s) from %1?</source>
        <translation>
            <numerusform>Delete %n message from %1?</numerusform>
            <numerusform>Delete %n messages from %1?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them are in flight: whoever received them cannot delete them any more.</source>
        <translation>
            <numerusform>%n of them is in flight: whoever received it cannot delete it any more.</numerusform>
            <numerusform>%n of them are in flight: whoever received them cannot delete them any more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected message(s) are deleted already.</source>
        <translation>
            <numerusform>%n selected message is deleted already.</numerusform>
            <numerusform>%n selected messages are deleted already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) of %1</source>
        <translation>
            <numerusform>%n message of %1</numerusform>
            <numerusform>%n messages of %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::MessageForm</name>
    <message numerus="yes">
        <source>After %n message(s) it was refused: %1</source>
        <translation>
            <numerusform>After %n message it was refused: %1</numerusform>
            <numerusform>After %n messages it was refused: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::MessageProperties</name>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::OperationDialog</name>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n done</numerusform>
            <numerusform>%n done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown</source>
        <translation>
            <numerusform>%n unknown</numerusform>
            <numerusform>%n unknown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left</source>
        <translation>
            <numerusform>%n left</numerusform>
            <numerusform>%n left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::PublishForm</name>
    <message numerus="yes">
        <source>%n message(s) were published from here.</source>
        <translation>
            <numerusform>%n message was published from here.</numerusform>
            <numerusform>%n messages were published from here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n subscription(s) will receive it</source>
        <translation>
            <numerusform>%1 of %n subscription will receive it</numerusform>
            <numerusform>%1 of %n subscriptions will receive it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::QueueAttributesDialog</name>
    <message numerus="yes">
        <source>Without rewind, %n deleted message(s) can no longer be brought back.</source>
        <translation>
            <numerusform>Without rewind, %n deleted message can no longer be brought back.</numerusform>
            <numerusform>Without rewind, %n deleted messages can no longer be brought back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::QueueBulk</name>
    <message numerus="yes">
        <source>Set the attributes of %n queue(s)</source>
        <translation>
            <numerusform>Set the attributes of %n queue</numerusform>
            <numerusform>Set the attributes of %n queues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rewind %n queue(s)</source>
        <translation>
            <numerusform>Rewind %n queue</numerusform>
            <numerusform>Rewind %n queues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Purge %n queue(s)</source>
        <translation>
            <numerusform>Purge %n queue</numerusform>
            <numerusform>Purge %n queues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n queue(s)</source>
        <translation>
            <numerusform>Delete %n queue</numerusform>
            <numerusform>Delete %n queues</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::QueueCommands</name>
    <message numerus="yes">
        <source>%n queue(s)</source>
        <translation>
            <numerusform>%n queue</numerusform>
            <numerusform>%n queues</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::QueueLoss</name>
    <message numerus="yes">
        <source>Delete %n queue(s)?</source>
        <translation>
            <numerusform>Delete %n queue?</numerusform>
            <numerusform>Delete %n queues?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n queue(s)</source>
        <translation>
            <numerusform>Delete %n queue</numerusform>
            <numerusform>Delete %n queues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove all messages of %n queue(s)?</source>
        <translation>
            <numerusform>Remove all messages of %n queue?</numerusform>
            <numerusform>Remove all messages of %n queues?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Purge %n queue(s)</source>
        <translation>
            <numerusform>Purge %n queue</numerusform>
            <numerusform>Purge %n queues</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::QueuesPage</name>
    <message numerus="yes">
        <source>%n queue(s)</source>
        <translation>
            <numerusform>%n queue</numerusform>
            <numerusform>%n queues</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ReceiverPage</name>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n request</numerusform>
            <numerusform>%n requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RehearsalDialog</name>
    <message numerus="yes">
        <source>Messages: %n</source>
        <translation>
            <numerusform>Messages: %n</numerusform>
            <numerusform>Messages: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RewindDialog</name>
    <message numerus="yes">
        <source>Deleted messages that were sent at this time or later become visible again, in the order they were sent. %n message(s) can be brought back at most.</source>
        <translation>
            <numerusform>Deleted messages that were sent at this time or later become visible again, in the order they were sent. %n message can be brought back at most.</numerusform>
            <numerusform>Deleted messages that were sent at this time or later become visible again, in the order they were sent. %n messages can be brought back at most.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rewind %n queue(s)</source>
        <translation>
            <numerusform>Rewind %n queue</numerusform>
            <numerusform>Rewind %n queues</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RewindPart</name>
    <message numerus="yes">
        <source>At most %n message(s) will come back; this connection does not tell when they were sent.</source>
        <translation>
            <numerusform>At most %n message will come back; this connection does not tell when they were sent.</numerusform>
            <numerusform>At most %n messages will come back; this connection does not tell when they were sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) will come back.</source>
        <translation>
            <numerusform>%n message will come back.</numerusform>
            <numerusform>%n messages will come back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least %n message(s) will come back.</source>
        <translation>
            <numerusform>At least %n message will come back.</numerusform>
            <numerusform>At least %n messages will come back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::SendForm</name>
    <message numerus="yes">
        <source>%n message(s) were sent from here.</source>
        <translation>
            <numerusform>%n message was sent from here.</numerusform>
            <numerusform>%n messages were sent from here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TopicCommands</name>
    <message numerus="yes">
        <source>Delete %n topic(s)</source>
        <translation>
            <numerusform>Delete %n topic</numerusform>
            <numerusform>Delete %n topics</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>End %n subscription(s)</source>
        <translation>
            <numerusform>End %n subscription</numerusform>
            <numerusform>End %n subscriptions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TopicsPage</name>
    <message numerus="yes">
        <source>%n topic(s)</source>
        <translation>
            <numerusform>%n topic</numerusform>
            <numerusform>%n topics</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TopologyCommands</name>
    <message numerus="yes">
        <source>%n to create</source>
        <translation>
            <numerusform>%n to create</numerusform>
            <numerusform>%n to create</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to change</source>
        <translation>
            <numerusform>%n to change</numerusform>
            <numerusform>%n to change</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to delete, with all their messages</source>
        <translation>
            <numerusform>%n to delete, with all its messages</numerusform>
            <numerusform>%n to delete, with all their messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TracePage</name>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused request(s)</source>
        <translation>
            <numerusform>%n refused request</numerusform>
            <numerusform>%n refused requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TransferDialog</name>
    <message numerus="yes">
        <source>The %n selected</source>
        <translation>
            <numerusform>The %n selected</numerusform>
            <numerusform>The %n selected</numerusform>
        </translation>
    </message>
</context>
</TS>

#include "replyeditor.h"

#include "ui/common/label.h"
#include "ui/common/translated.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QSpinBox>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int DelayMaxSeconds = 60; // a push waits for 15

/// What one wants to see most, in the order of the list; then any status, then none.
constexpr int UsualStatus[] = {200, 204, 301, 404, 500, 503};
constexpr int OtherStatus = 0;
constexpr int Silence = -1;

} // namespace

ReplyEditor::ReplyEditor(QWidget* parent)
    : QWidget(parent)
    , m_caption(new Label)
    , m_kind(new QComboBox)
    , m_status(new QSpinBox)
    , m_after(new Label)
    , m_delay(new QSpinBox)
{
    setObjectName(u"receiverReply"_s);
    m_caption->setObjectName(u"receiverReplyCaption"_s);
    m_kind->setObjectName(u"receiverReplyKind"_s);
    for (const int status : UsualStatus)
        m_kind->addItem(QString(), status);
    m_kind->addItem(QString(), OtherStatus);
    m_kind->addItem(QString(), Silence);
    m_status->setObjectName(u"receiverReplyStatus"_s);
    m_status->setRange(200, 599);
    m_status->setValue(418);
    m_after->setObjectName(u"receiverReplyAfter"_s);
    m_delay->setObjectName(u"receiverReplyDelay"_s);
    m_delay->setRange(0, DelayMaxSeconds);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    for (QWidget* part :
         std::initializer_list<QWidget*>{m_caption, m_kind, m_status, m_after, m_delay})
        layout->addWidget(part);
    layout->addStretch();

    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] {
        showParts();
        emit edited();
    });
    for (QSpinBox* number : {m_status, m_delay})
        connect(number, &QSpinBox::valueChanged, this, &ReplyEditor::edited);
    showParts();
    keepTranslated(this, [this] { retranslate(); });
}

void ReplyEditor::setReply(const ReceiverReply& reply)
{
    int index = m_kind->findData(reply.isSilent ? Silence : reply.status);
    if (index < 0) {
        m_status->setValue(reply.status);
        index = m_kind->findData(OtherStatus);
    }
    m_kind->setCurrentIndex(index);
    m_delay->setValue(int(std::chrono::ceil<cmq::Seconds>(reply.delay).count()));
}

ReceiverReply ReplyEditor::reply() const
{
    const int kind = m_kind->currentData().toInt();
    ReceiverReply reply;
    reply.isSilent = kind == Silence;
    if (reply.isSilent)
        return reply;
    reply.status = kind == OtherStatus ? m_status->value() : kind;
    reply.delay = cmq::Seconds(m_delay->value());
    return reply;
}

void ReplyEditor::retranslate()
{
    m_caption->setText(tr("Answer"));
    m_kind->setAccessibleName(tr("What is answered"));
    const QString meanings[] = {tr("200, taken"),     tr("204, taken"),
                                tr("301, elsewhere"), tr("404, not found"),
                                tr("500, failed"),    tr("503, overloaded"),
                                tr("another status"), tr("nothing at all (hangs)")};
    for (int i = 0; i < m_kind->count(); ++i)
        m_kind->setItemText(i, meanings[i]);
    m_status->setAccessibleName(tr("HTTP status"));
    m_after->setText(tr("after"));
    m_delay->setAccessibleName(tr("Delay of the answer in seconds"));
    m_delay->setSuffix(tr(" s", "seconds, behind a number"));
}

void ReplyEditor::showParts()
{
    const int kind = m_kind->currentData().toInt();
    m_status->setVisible(kind == OtherStatus);
    m_after->setVisible(kind != Silence);
    m_delay->setVisible(kind != Silence);
}

} // namespace ui

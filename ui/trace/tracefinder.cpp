#include "tracefinder.h"

#include "ui/common/fonts.h"
#include "ui/common/label.h"
#include "ui/common/style.h"
#include "ui/common/translated.h"
#include "ui/messages/queuepicker.h"

#include <QBoxLayout>
#include <QDateTimeEdit>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpressionValidator>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int Everything = 0;
constexpr int Between = -1;
constexpr int Minute = 60;
constexpr int Hour = 60 * Minute;
constexpr int RangeSeconds[] = {Minute, 10 * Minute, Hour, 24 * Hour, Everything, Between};

QDateTimeEdit* makeInstantEdit(const QString& name)
{
    auto* edit = new QDateTimeEdit;
    edit->setObjectName(name);
    edit->setDisplayFormat(u"yyyy-MM-dd HH:mm:ss"_s);
    edit->setCalendarPopup(true);
    edit->hide();
    return edit;
}

cmq::Time timeOf(const QDateTimeEdit* edit)
{
    return cmq::fromUnixMilliseconds(edit->dateTime().toMSecsSinceEpoch());
}

} // namespace

TraceFinder::TraceFinder(Clock now, QWidget* parent)
    : QWidget(parent)
    , m_now(std::move(now))
    , m_idTitle(new Label(TextRole::Body, Tone::Secondary))
    , m_id(new QLineEdit)
    , m_show(new QPushButton)
    , m_objectTitle(new Label(TextRole::Body, Tone::Secondary))
    , m_object(new QueuePicker(u"traceObject"_s))
    , m_range(new QComboBox)
    , m_from(makeInstantEdit(u"traceFrom"_s))
    , m_to(makeInstantEdit(u"traceTo"_s))
    , m_find(new QPushButton)
{
    createLayout();
    for (const int seconds : RangeSeconds)
        m_range->addItem(QString(), seconds);
    m_range->setCurrentIndex(2);
    connect(m_id, &QLineEdit::returnPressed, this, &TraceFinder::submitId);
    connect(m_show, &QPushButton::clicked, this, &TraceFinder::submitId);
    connect(m_range, &QComboBox::currentIndexChanged, this, &TraceFinder::showRange);
    connect(m_find, &QPushButton::clicked, this, &TraceFinder::submitSearch);
    keepTranslated(this, [this] { retranslate(); });
}

void TraceFinder::createLayout()
{
    m_idTitle->setObjectName(u"traceIdTitle"_s);
    m_id->setObjectName(u"traceId"_s);
    m_id->setFont(monoFont());
    m_id->setFixedWidth(200);
    m_id->setClearButtonEnabled(true);
    static const QRegularExpression digits(u"[0-9]{0,20}"_s);
    m_id->setValidator(new QRegularExpressionValidator(digits, m_id));
    m_show->setObjectName(u"traceShow"_s);
    setButtonKind(m_show, ButtonKind::Primary);
    m_objectTitle->setObjectName(u"traceObjectTitle"_s);
    m_range->setObjectName(u"traceRange"_s);
    m_find->setObjectName(u"traceFind"_s);
    m_object->setMinimumContentsLength(16);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_idTitle);
    layout->addWidget(m_id);
    layout->addWidget(m_show);
    layout->addSpacing(16);
    layout->addWidget(m_objectTitle);
    layout->addWidget(m_object);
    layout->addWidget(m_range);
    layout->addWidget(m_from);
    layout->addWidget(m_to);
    layout->addWidget(m_find);
    layout->addStretch();
}

void TraceFinder::retranslate()
{
    m_idTitle->setText(tr("ID or handle"));
    m_id->setAccessibleName(m_idTitle->text());
    m_show->setText(tr("Show"));
    m_objectTitle->setText(tr("or by object"));
    m_object->setAccessibleName(tr("Queue or topic"));
    m_object->lineEdit()->setPlaceholderText(tr("All queues and topics"));
    m_range->setAccessibleName(tr("Time range"));
    m_from->setAccessibleName(tr("From"));
    m_to->setAccessibleName(tr("To"));
    m_find->setText(tr("Find"));
    const QStringList texts{tr("Last minute"), tr("Last 10 minutes"),  tr("Last hour"),
                            tr("Last day"),    tr("Everything known"), tr("Between…")};
    for (int i = 0; i < int(texts.size()); ++i)
        m_range->setItemText(i, texts[i]);
}

void TraceFinder::setNames(const QStringList& names)
{
    m_object->setQueueNames(QStringList{QString()} + names);
}

void TraceFinder::setMessageId(std::uint64_t msgId)
{
    m_id->setText(QString::number(msgId));
}

void TraceFinder::focusId()
{
    m_id->setFocus(Qt::ShortcutFocusReason);
    m_id->selectAll();
}

void TraceFinder::submitId()
{
    bool isNumber = false;
    const auto msgId = m_id->text().toULongLong(&isNumber);
    if (isNumber && msgId > 0)
        emit messageRequested(msgId);
}

void TraceFinder::submitSearch()
{
    TraceFeed::Search search;
    search.name = m_object->queueName();
    const int seconds = m_range->currentData().toInt();
    if (seconds == Between) {
        search.from = timeOf(m_from);
        search.to = timeOf(m_to) + cmq::Milliseconds(999); // what the field shows is whole seconds
    } else if (seconds != Everything) {
        search.from = m_now() - cmq::Seconds(seconds);
    }
    emit searchRequested(search);
}

void TraceFinder::showRange()
{
    const bool isBetween = m_range->currentData().toInt() == Between;
    if (isBetween && m_from->isHidden()) {
        const auto now = QDateTime::fromMSecsSinceEpoch(cmq::toUnixMilliseconds(m_now()));
        m_from->setDateTime(now.addSecs(-Hour));
        m_to->setDateTime(now);
    }
    m_from->setVisible(isBetween);
    m_to->setVisible(isBetween);
}

} // namespace ui

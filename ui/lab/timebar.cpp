#include "timebar.h"

#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/translated.h"

#include <QAction>
#include <QBoxLayout>
#include <QComboBox>
#include <QDateTime>
#include <QMenu>
#include <QToolButton>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr cmq::Seconds Jumps[] = {cmq::Seconds(1),         cmq::Seconds(30),
                                  cmq::Seconds(300),       cmq::Seconds(3600),
                                  cmq::Seconds(12 * 3600), cmq::Seconds(24 * 3600)};

/// 2026-01-31 10:32:07.250: a sandbox is about the milliseconds, too.
QString preciseInstant(cmq::Time time)
{
    return QDateTime::fromMSecsSinceEpoch(cmq::toUnixMilliseconds(time))
        .toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s);
}

/// 3.2 s below a minute, else as all durations.
QString remaining(cmq::Milliseconds span)
{
    if (span >= cmq::Seconds(60))
        return formatDuration(std::chrono::ceil<cmq::Seconds>(span));
    return TimeBar::tr("%1 s").arg(double(span.count()) / 1000.0, 0, 'f', 1);
}

} // namespace

TimeBar::TimeBar(Playback& playback, QWidget* parent)
    : QFrame(parent)
    , m_playback(playback)
    , m_toggle(new QAction(this))
    , m_step(new QAction(this))
    , m_faster(new QAction(this))
    , m_slower(new QAction(this))
    , m_jump(new QToolButton)
    , m_speed(new QComboBox)
    , m_time(new Label)
    , m_next(new Label(TextRole::Caption, Tone::Muted))
{
    setObjectName(u"timeBar"_s);
    createActions();
    createLayout();
    connect(&m_playback, &Playback::changed, this, &TimeBar::refresh);
    keepTranslated(this, [this] { retranslate(); });
}

QList<QAction*> TimeBar::timeActions() const
{
    return QList{m_toggle, m_step} + m_steps + QList{m_faster, m_slower};
}

void TimeBar::addStep(QAction* action)
{
    m_steps += action;
    auto* made = new QToolButton;
    made->setObjectName(u"time_"_s + action->objectName());
    made->setDefaultAction(action);
    made->setAutoRaise(true);
    auto* row = static_cast<QHBoxLayout*>(layout());
    row->insertWidget(row->indexOf(m_jump), made);
}

void TimeBar::createActions()
{
    m_toggle->setObjectName(u"timeToggleAction"_s);
    m_toggle->setShortcut(Qt::Key_F8);
    m_step->setObjectName(u"timeStepAction"_s);
    m_step->setShortcut(Qt::Key_F7);
    m_step->setIcon(icon(u"skip-end-fill"));
    m_faster->setObjectName(u"timeFasterAction"_s);
    m_faster->setShortcut(Qt::CTRL | Qt::Key_BracketRight);
    m_slower->setObjectName(u"timeSlowerAction"_s);
    m_slower->setShortcut(Qt::CTRL | Qt::Key_BracketLeft);
    addActions(timeActions());
    connect(m_toggle, &QAction::triggered, &m_playback, &Playback::toggle);
    connect(m_step, &QAction::triggered, &m_playback, &Playback::step);
    connect(m_faster, &QAction::triggered, &m_playback, &Playback::faster);
    connect(m_slower, &QAction::triggered, &m_playback, &Playback::slower);
}

void TimeBar::createLayout()
{
    const auto button = [](QAction* action, const QString& name) {
        auto* made = new QToolButton;
        made->setObjectName(name);
        made->setDefaultAction(action);
        made->setAutoRaise(true);
        return made;
    };
    m_jump->setObjectName(u"timeJump"_s);
    m_jump->setPopupMode(QToolButton::InstantPopup);
    m_jump->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_jump->setIcon(icon(u"fast-forward-fill"));
    m_jump->setMenu(new QMenu(m_jump));
    m_speed->setObjectName(u"timeSpeed"_s);
    for (const int speed : Playback::Speeds)
        m_speed->addItem(u"× "_s + formatCount(speed), speed);
    connect(m_speed, &QComboBox::activated, this,
            [this](int index) { m_playback.setSpeed(m_speed->itemData(index).toInt()); });
    m_time->setObjectName(u"timeNow"_s);
    m_time->setFont(monoFont());
    m_next->setObjectName(u"timeNext"_s);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 4, 12, 4);
    layout->setSpacing(8);
    layout->addWidget(button(m_toggle, u"timeToggle"_s));
    layout->addWidget(button(m_step, u"timeStep"_s));
    layout->addWidget(m_jump);
    layout->addWidget(m_speed);
    layout->addSpacing(8);
    layout->addWidget(m_time);
    layout->addSpacing(8);
    layout->addWidget(m_next, 1);
}

void TimeBar::retranslate()
{
    setAccessibleName(tr("Time of the sandbox"));
    m_step->setText(tr("Step to the next change"));
    m_faster->setText(tr("Faster"));
    m_slower->setText(tr("Slower"));
    m_jump->setText(tr("Skip"));
    m_jump->setToolTip(tr("Skip ahead; everything on the way happens"));
    m_speed->setAccessibleName(tr("Speed"));
    m_speed->setToolTip(tr("How many times as fast as ours the sandbox's time passes"));
    m_time->setAccessibleName(tr("Time in the sandbox"));
    m_next->setAccessibleName(tr("Next change"));
    QMenu* menu = m_jump->menu();
    menu->clear();
    for (const cmq::Seconds by : Jumps)
        menu->addAction(formatDuration(by), this, [this, by] { m_playback.jump(by); });
    refresh();
}

void TimeBar::refresh()
{
    const bool isPlaying = m_playback.isPlaying();
    m_toggle->setText(isPlaying ? tr("Pause") : tr("Play"));
    m_toggle->setIcon(icon(isPlaying ? u"pause-fill" : u"play-fill"));
    m_speed->setCurrentIndex(m_speed->findData(m_playback.speed()));
    m_time->setText(preciseInstant(m_playback.now()));
    const auto next = m_playback.nextChange();
    m_step->setEnabled(next.has_value());
    m_step->setToolTip(next ? tr("Step to the next change (F7)")
                            : tr("Nothing will happen by itself"));
    m_next->setText(
        next ? tr("Next change in %1")
                   .arg(remaining(std::max(*next - m_playback.now(), cmq::Milliseconds(0))))
             : tr("Nothing will happen by itself"));
}

} // namespace ui

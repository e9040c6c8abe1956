#include "timescrubber.h"

#include "branchdialog.h"

#include "ui/common/actionbutton.h"
#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/label.h"
#include "ui/common/tokens.h"
#include "ui/common/translated.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QPainter>
#include <QSignalBlocker>
#include <QStyleOptionSlider>
#include <QToolButton>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int SliderPlaces = 10'000;
constexpr int PageSteps = 50;

cmq::Milliseconds lengthOf(const cmq::scenario::Sandbox::Times& times)
{
    return std::max(cmq::Milliseconds(1), times.end - times.begin);
}

double placeOf(cmq::Time time, const cmq::scenario::Sandbox::Times& times)
{
    return double((time - times.begin).count()) / double(lengthOf(times).count());
}

} // namespace

MomentSlider::MomentSlider(QWidget* parent)
    : QSlider(Qt::Horizontal, parent)
{
    setRange(0, SliderPlaces);
    setPageStep(SliderPlaces / PageSteps);
    setSingleStep(SliderPlaces / 500);
}

void MomentSlider::setMarks(const QList<double>& marks)
{
    if (marks == m_marks)
        return;
    m_marks = marks;
    update();
}

void MomentSlider::paintEvent(QPaintEvent* event)
{
    QSlider::paintEvent(event);
    QStyleOptionSlider option;
    initStyleOption(&option);
    const int handle = style()->pixelMetric(QStyle::PM_SliderLength, &option, this);
    const qreal room = width() - handle;
    QPainter painter(this);
    painter.setPen(QPen(tokensOf(palette()).accent, 1));
    for (const double mark : m_marks) {
        const qreal x = handle / 2.0 + mark * room;
        painter.drawLine(QPointF(x, height() - 4), QPointF(x, height() - 1));
    }
}

TimeScrubber::TimeScrubber(TimeTravel& travel, QAction* undo, QAction* redo, QWidget* parent)
    : QWidget(parent)
    , m_travel(travel)
    , m_slider(new MomentSlider)
    , m_place(new Label(TextRole::Caption, Tone::Muted))
    , m_now(new QToolButton)
    , m_branches(new QComboBox)
    , m_compare(new QToolButton)
{
    setObjectName(u"timeScrubber"_s);
    m_slider->setObjectName(u"timeSlider"_s);
    m_place->setObjectName(u"timePlace"_s);
    m_now->setObjectName(u"timeLatest"_s);
    m_now->setIcon(icon(u"skip-end-fill"));
    m_now->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_now->setAutoRaise(true);
    m_branches->setObjectName(u"timeBranches"_s);
    m_compare->setObjectName(u"compareBranches"_s);
    m_compare->setIcon(icon(u"layout-three-columns"));
    m_compare->setAutoRaise(true);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 0, 12, 6);
    layout->setSpacing(8);
    for (QAction* each : {undo, redo}) {
        QToolButton* button = makeToolButton(each);
        button->setObjectName(u"time_"_s + each->objectName());
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        layout->addWidget(button);
    }
    layout->addWidget(m_slider, 1);
    layout->addWidget(m_place);
    layout->addWidget(m_now);
    layout->addWidget(m_branches);
    layout->addWidget(m_compare);
    connect(m_slider, &QSlider::valueChanged, this, &TimeScrubber::scrub);
    connect(m_now, &QToolButton::clicked, &m_travel, &TimeTravel::toEnd);
    connect(m_branches, &QComboBox::activated, this, &TimeScrubber::chooseBranch);
    connect(m_compare, &QToolButton::clicked, this, &TimeScrubber::compare);
    connect(&m_travel, &TimeTravel::changed, this, &TimeScrubber::refresh);
    keepTranslated(this, [this] { retranslate(); });
}

void TimeScrubber::retranslate()
{
    m_slider->setAccessibleName(tr("Moment of the sandbox"));
    m_slider->setToolTip(tr("Go back and forth over everything that happened. What is done in the "
                            "past begins a new branch; nothing is lost."));
    m_now->setText(tr("Latest"));
    m_now->setToolTip(tr("Back to the latest moment"));
    m_branches->setAccessibleName(tr("Branch"));
    m_branches->setToolTip(tr("Another way that things went"));
    m_compare->setText(tr("Compare"));
    m_compare->setToolTip(tr("Compare the branches side by side"));
    refresh();
}

void TimeScrubber::refresh()
{
    const cmq::scenario::Sandbox::Times& times = m_travel.times();
    QList<double> marks;
    for (const cmq::Time deed : times.deeds)
        marks += placeOf(deed, times);
    m_slider->setMarks(marks);
    m_slider->setEnabled(times.end > times.begin);
    if (!m_slider->isSliderDown()) {
        const QSignalBlocker quiet(m_slider);
        m_slider->setValue(m_travel.isInPast() ? int(placeOf(times.shown, times) * SliderPlaces)
                                               : SliderPlaces);
    }
    m_now->setEnabled(m_travel.isInPast());
    m_place->setText(
        m_travel.isInPast()
            ? tr("%1 before the latest moment").arg(formatSpan(times.end - times.shown))
            : tr("Latest moment"));
    const auto count = int(times.branchEnds.size());
    {
        const QSignalBlocker quiet(m_branches);
        m_branches->clear();
        for (int i = 0; i < count; ++i)
            m_branches->addItem(tr("Branch %1 of %2").arg(i + 1).arg(count));
        m_branches->setCurrentIndex(int(times.branch));
    }
    m_branches->setVisible(count > 1);
    m_compare->setVisible(count > 1);
}

void TimeScrubber::scrub(int place)
{
    const cmq::scenario::Sandbox::Times& times = m_travel.times();
    if (place == SliderPlaces)
        return m_travel.toEnd();
    const double far = double(lengthOf(times).count()) * place / SliderPlaces;
    m_travel.visit(times.begin + cmq::Milliseconds(std::int64_t(far)));
}

void TimeScrubber::chooseBranch(int index)
{
    m_travel.switchTo(std::size_t(index));
}

void TimeScrubber::compare()
{
    auto* dialog = new BranchDialog(m_travel.sandbox(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace ui

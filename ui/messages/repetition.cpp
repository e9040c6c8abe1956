#include "repetition.h"

#include "ui/common/label.h"
#include "ui/common/translated.h"

#include <QBoxLayout>
#include <QSpinBox>

namespace ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int IntervalMsMax = 3'600'000;
constexpr int StepMs = 100;
} // namespace

Repetition::Repetition(QWidget* parent)
    : QWidget(parent)
    , m_countTitle(new Label(TextRole::Body, Tone::Secondary))
    , m_count(new QSpinBox)
    , m_intervalTitle(new Label(TextRole::Body, Tone::Secondary))
    , m_interval(new QSpinBox)
{
    m_countTitle->setObjectName(u"repeatCountTitle"_s);
    m_count->setObjectName(u"repeatCount"_s);
    m_count->setRange(1, CountMax);
    m_intervalTitle->setObjectName(u"repeatIntervalTitle"_s);
    m_interval->setObjectName(u"repeatInterval"_s);
    m_interval->setRange(0, IntervalMsMax);
    m_interval->setSingleStep(StepMs);
    m_interval->setEnabled(false);
    m_countTitle->setBuddy(m_count);
    m_intervalTitle->setBuddy(m_interval);
    connect(m_count, &QSpinBox::valueChanged, m_interval,
            [this](int count) { m_interval->setEnabled(count > 1); });
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_countTitle);
    layout->addWidget(m_count);
    layout->addSpacing(8);
    layout->addWidget(m_intervalTitle);
    layout->addWidget(m_interval);
    layout->addStretch();
    keepTranslated(this, [this] {
        m_countTitle->setText(tr("How often"));
        m_count->setAccessibleName(m_countTitle->text());
        m_intervalTitle->setText(tr("every"));
        m_interval->setAccessibleName(tr("Time between two messages"));
        m_interval->setSuffix(tr(" ms", "suffix of a number of milliseconds"));
        m_interval->setSpecialValueText(tr("at once"));
    });
}

int Repetition::count() const
{
    return m_count->value();
}

std::chrono::milliseconds Repetition::interval() const
{
    return std::chrono::milliseconds(m_interval->value());
}

} // namespace ui

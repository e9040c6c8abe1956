#include "alarmdialog.h"

#include "ui/common/field.h"
#include "ui/common/format.h"
#include "ui/common/translated.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QPushButton>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double NumberMax = 1e12;
constexpr double MsPerSecond = 1000;

/// People write seconds where a metric has milliseconds.
double factorOf(Metric metric)
{
    return isDuration(metric) ? MsPerSecond : 1;
}

QDoubleSpinBox* makeNumber(const QString& name)
{
    auto* box = new QDoubleSpinBox;
    box->setObjectName(name);
    box->setRange(0, NumberMax);
    box->setDecimals(3);
    box->setGroupSeparatorShown(true);
    return box;
}

QHBoxLayout* beside(Field* left, Field* right)
{
    auto* line = new QHBoxLayout;
    line->setSpacing(12);
    line->addWidget(left, 1);
    line->addWidget(right, 1);
    return line;
}

} // namespace

AlarmDialog::AlarmDialog(const AlarmRule& rule, const QStringList& taken, const QStringList& names,
                         QWidget* parent)
    : FormDialog(u"alarmDialog"_s, parent)
    , m_taken(taken)
    , m_isNew(rule.name.isEmpty())
    , m_isEnabled(rule.isEnabled)
    , m_name(new QLineEdit(rule.name))
    , m_metric(new QComboBox)
    , m_object(new QComboBox)
    , m_comparison(new QComboBox)
    , m_threshold(makeNumber(u"alarmThreshold"_s))
    , m_release(makeNumber(u"alarmRelease"_s))
    , m_samples(new QSpinBox)
{
    setMinimumWidth(560);
    createFields(rule, names);
    connect(m_name, &QLineEdit::textChanged, this, &AlarmDialog::check);
    connect(m_metric, &QComboBox::currentIndexChanged, this, &AlarmDialog::showUnit);
    connect(m_object, &QComboBox::currentTextChanged, this, &AlarmDialog::check);
    connect(m_comparison, &QComboBox::currentIndexChanged, this, &AlarmDialog::check);
    connect(m_threshold, &QDoubleSpinBox::valueChanged, this,
            [this, last = m_threshold->value()](double value) mutable {
                // Where nobody wants a release of its own it follows.
                if (m_release->value() == std::exchange(last, value))
                    m_release->setValue(value);
                check();
            });
    connect(m_release, &QDoubleSpinBox::valueChanged, this, &AlarmDialog::check);
    connect(this, &FormDialog::submitRequested, this, [this] {
        emit submitted(this->rule());
        accept();
    });
    keepTranslated(this, [this] { retranslate(); });
    m_name->setFocus();
}

void AlarmDialog::createFields(const AlarmRule& rule, const QStringList& names)
{
    m_name->setObjectName(u"alarmName"_s);
    m_name->setMaxLength(AlarmNameMax);
    m_metric->setObjectName(u"alarmMetric"_s);
    for (const Metric each : Metrics)
        m_metric->addItem(QString(), int(each));
    m_metric->setCurrentIndex(int(rule.metric));
    m_object->setObjectName(u"alarmObject"_s);
    m_object->setEditable(true);
    m_object->addItem(u"*"_s);
    m_object->addItems(names);
    m_object->setCurrentText(rule.object);
    m_comparison->setObjectName(u"alarmComparison"_s);
    m_comparison->addItems({QString(), QString()});
    m_comparison->setCurrentIndex(int(rule.comparison));
    m_threshold->setValue(rule.threshold / factorOf(rule.metric));
    m_release->setValue(rule.release / factorOf(rule.metric));
    m_samples->setObjectName(u"alarmSamples"_s);
    m_samples->setRange(1, AlarmSamplesMax);
    m_samples->setValue(rule.samples);

    m_nameField = new Field(m_name);
    m_metricField = new Field(m_metric);
    m_objectField = new Field(m_object);
    m_comparisonField = new Field(m_comparison);
    m_thresholdField = new Field(m_threshold);
    m_releaseField = new Field(m_release);
    m_samplesField = new Field(m_samples);
    body()->addWidget(m_nameField);
    body()->addLayout(beside(m_metricField, m_objectField));
    body()->addLayout(beside(m_comparisonField, m_thresholdField));
    body()->addLayout(beside(m_samplesField, m_releaseField));
    body()->addStretch();
}

Metric AlarmDialog::metric() const
{
    return Metric(m_metric->currentData().toInt());
}

AlarmRule AlarmDialog::rule() const
{
    AlarmRule rule;
    rule.name = m_name->text().trimmed();
    rule.metric = metric();
    rule.object = m_object->currentText().trimmed();
    rule.comparison = Comparison(m_comparison->currentIndex());
    rule.threshold = m_threshold->value() * factorOf(rule.metric);
    rule.release = m_release->value() * factorOf(rule.metric);
    rule.samples = m_samples->value();
    rule.isEnabled = m_isEnabled;
    return rule;
}

void AlarmDialog::showUnit()
{
    const bool isBytes = metric() == Metric::AverageSize;
    const bool isBytesRate = metric() == Metric::SentBytes || metric() == Metric::PublishedBytes;
    QString unit;
    if (isDuration(metric()))
        unit = tr(" s", "unit: seconds");
    else if (isBytes)
        unit = tr(" B", "unit: bytes");
    else if (isBytesRate)
        unit = tr(" B/s", "unit: bytes a second");
    else if (metricKind(metric()) == MetricKind::Rate)
        unit = tr(" /s", "unit: per second");
    m_threshold->setSuffix(unit);
    m_release->setSuffix(unit);
    check();
}

void AlarmDialog::check()
{
    const AlarmRule made = rule();
    const bool isTaken = m_taken.contains(made.name, Qt::CaseInsensitive);
    m_nameField->setError(isTaken ? tr("Another rule has this name.") : QString());
    AlarmRule named = made;
    if (named.name.isEmpty())
        named.name = u"-"_s;
    const QString problem = alarmProblem(named);
    m_releaseField->setError(problem);
    setValid(!made.name.isEmpty() && !isTaken && problem.isEmpty(),
             made.name.isEmpty() ? tr("Give it a name first") : tr("Complete the fields first"));
}

void AlarmDialog::retranslate()
{
    setTitle(m_isNew ? tr("New alarm rule") : tr("Alarm rule"));
    m_nameField->setTitle(tr("Name"));
    m_metricField->setTitle(tr("Metric"));
    for (int i = 0; i < m_metric->count(); ++i)
        m_metric->setItemText(i, metricText(Metrics[std::size_t(i)]));
    m_objectField->setTitle(tr("Queue or topic"));
    m_objectField->setHint(tr("A name; * stands for any characters: orders-*"));
    m_comparisonField->setTitle(tr("Rings when the value is"));
    m_comparison->setItemText(0, tr("above the threshold"));
    m_comparison->setItemText(1, tr("below the threshold"));
    m_thresholdField->setTitle(tr("Threshold"));
    m_samplesField->setTitle(tr("Samples in a row"));
    m_samplesField->setHint(tr("At most one a second; both to ring and to end"));
    m_releaseField->setTitle(tr("Over when the value is back at"));
    m_releaseField->setHint(tr("Away from the threshold, so that it does not ring all the time"));
    submitButton()->setText(m_isNew ? tr("Add") : tr("Save"));
    closeButton()->setText(tr("Cancel"));
    showUnit();
}

} // namespace ui

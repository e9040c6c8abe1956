#include "filterpart.h"

#include "ui/common/fonts.h"
#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/label.h"
#include "ui/common/translated.h"

#include <QBoxLayout>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QTableView>

namespace ui {

using namespace Qt::StringLiterals;

FilterMatrix::FilterMatrix(cmq::FilterType type, QObject* parent)
    : QAbstractTableModel(parent)
    , m_type(type)
{
}

void FilterMatrix::setSubscriptions(const QList<SubscriptionRow>& subscriptions)
{
    if (subscriptions == m_subscriptions)
        return;
    beginResetModel();
    m_subscriptions = subscriptions;
    endResetModel();
}

void FilterMatrix::setSamples(const QList<Sample>& samples)
{
    if (samples == m_samples)
        return;
    beginResetModel();
    m_samples = samples;
    endResetModel();
}

int FilterMatrix::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_subscriptions.size());
}

int FilterMatrix::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_samples.size());
}

cmq::FilterDecision FilterMatrix::decisionAt(const QModelIndex& index) const
{
    return decide(m_type, m_subscriptions[index.row()].attributes, m_samples[index.column()]);
}

QVariant FilterMatrix::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return decisionText(decisionAt(index));
    case Qt::DecorationRole: {
        const bool isMatch = decisionAt(index).isMatch();
        return icon(isMatch ? u"check-circle" : u"x-lg", isMatch ? Tone::Ok : Tone::Muted);
    }
    case Qt::ForegroundRole:
        return toneColor(decisionAt(index).isMatch() ? Tone::Text : Tone::Muted,
                         QGuiApplication::palette());
    default: return {};
    }
}

QVariant FilterMatrix::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    if (orientation == Qt::Vertical) {
        const SubscriptionRow& row = m_subscriptions[section];
        return role == Qt::DisplayRole ? row.name : filterText(m_type, row.attributes);
    }
    const Sample& sample = m_samples[section];
    if (m_type == cmq::FilterType::Routing)
        return sample.routingKey.empty()
                   ? tr("(empty key)")
                   : formatForeign(QString::fromStdString(sample.routingKey), 64);
    QStringList tags;
    for (const std::string& tag : sample.msgTag)
        tags += formatForeign(QString::fromStdString(tag), 64);
    return tags.isEmpty() ? tr("(no tag)") : tags.join(u", "_s);
}

FilterPart::FilterPart(cmq::FilterType type, QWidget* parent)
    : QWidget(parent)
    , m_type(type)
    , m_matrix(type)
    , m_hint(new Label(TextRole::Caption, Tone::Muted))
    , m_samples(new QPlainTextEdit)
    , m_table(new QTableView)
{
    setObjectName(u"filterPart"_s);
    m_samples->setObjectName(u"samples"_s);
    m_samples->setFont(monoFont());
    m_samples->setTabChangesFocus(true);
    m_samples->setFixedHeight(m_samples->fontMetrics().lineSpacing() * 6);
    m_samples->setPlainText(type == cmq::FilterType::Tag ? u"\n"_s : u"a.b\na\n"_s);
    m_hint->setObjectName(u"samplesHint"_s);
    m_hint->setWordWrap(true);
    m_table->setObjectName(u"filterMatrix"_s);
    m_table->setModel(&m_matrix);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->horizontalHeader()->setDefaultSectionSize(240);
    m_table->setWordWrap(true);
    // A reason is read to its end.
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_hint);
    layout->addWidget(m_samples);
    layout->addWidget(m_table, 1);
    connect(m_samples, &QPlainTextEdit::textChanged, this, &FilterPart::readSamples);
    readSamples();
    keepTranslated(this, [this] { retranslate(); });
}

void FilterPart::setSubscriptions(const QList<SubscriptionRow>& subscriptions)
{
    m_matrix.setSubscriptions(subscriptions);
}

/// Every line is a sample, an empty one too: the message without tag, the empty key.
void FilterPart::readSamples()
{
    QList<Sample> samples;
    for (const QString& line : m_samples->toPlainText().split(u'\n')) {
        Sample sample;
        if (m_type == cmq::FilterType::Routing) {
            sample.routingKey = line.trimmed().toStdString();
        } else {
            for (const QString& tag : line.split(u',', Qt::SkipEmptyParts)) {
                if (!tag.trimmed().isEmpty())
                    sample.msgTag.push_back(tag.trimmed().toStdString());
            }
        }
        if (!samples.contains(sample))
            samples.append(sample);
    }
    m_matrix.setSamples(samples);
}

void FilterPart::retranslate()
{
    m_hint->setText(m_type == cmq::FilterType::Tag
                        ? tr("Sample messages, one a line: tags with commas between. An empty "
                             "line is a message without tag. Nothing is sent.")
                        : tr("Sample routing keys, one a line. An empty line is the empty key. "
                             "Nothing is sent."));
    m_samples->setAccessibleName(tr("Sample messages"));
    m_table->setAccessibleName(tr("Who would receive which sample, and why"));
    m_table->viewport()->update();
    emit m_matrix.headerDataChanged(Qt::Horizontal, 0, m_matrix.columnCount() - 1);
}

} // namespace ui

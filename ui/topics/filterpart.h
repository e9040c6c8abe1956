#pragma once

#include "filtertext.h"
#include "topicrow.h"

#include <QAbstractTableModel>
#include <QWidget>

class QPlainTextEdit;
class QTableView;

namespace ui {

class Label;

/// Subscriptions by sample messages: who would get which, each cell with its reason.
class FilterMatrix final : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit FilterMatrix(cmq::FilterType type, QObject* parent = nullptr);

    void setSubscriptions(const QList<SubscriptionRow>& subscriptions);
    void setSamples(const QList<Sample>& samples);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] cmq::FilterDecision decisionAt(const QModelIndex& index) const;

    cmq::FilterType m_type;
    QList<SubscriptionRow> m_subscriptions;
    QList<Sample> m_samples;
};

/// Tries the filters of a topic with sample tags or routing keys; nothing is sent.
class FilterPart final : public QWidget
{
    Q_OBJECT

public:
    explicit FilterPart(cmq::FilterType type, QWidget* parent = nullptr);

    /// Subscriptions come and go while it is shown.
    void setSubscriptions(const QList<SubscriptionRow>& subscriptions);

private:
    void readSamples();
    void retranslate();

    cmq::FilterType m_type;
    FilterMatrix m_matrix;
    Label* m_hint;
    QPlainTextEdit* m_samples;
    QTableView* m_table;
};

} // namespace ui

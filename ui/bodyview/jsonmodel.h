#pragma once

#include "json.h"

#include <QAbstractItemModel>

#include <memory>

namespace ui {

/// A JSON text as a tree: keys and values as they were sent, on one line each.
class JsonModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum ColumnIndex { KeyColumn, ValueColumn, ColumnCount };

    explicit JsonModel(QObject* parent = nullptr);

    /// Null shows nothing.
    void setText(std::shared_ptr<const JsonText> text);

    /// The JSON text of the value at `index`.
    [[nodiscard]] QByteArray source(const QModelIndex& index) const;

    void retranslate();

    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& index) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] const JsonNode& nodeOf(const QModelIndex& index) const;
    [[nodiscard]] QString keyText(const JsonNode& node) const;
    [[nodiscard]] QString valueText(const JsonNode& node) const;

    std::shared_ptr<const JsonText> m_text;
};

} // namespace ui

#pragma once

#include "quantity.h"

#include <QWidget>

#include <optional>

class QLineEdit;

namespace ui {

class Label;

/// A field for a duration, a size or a count that takes what people write (`30s`, `12h`, `64K`) and
/// says beside it how it was understood.
class QuantityEdit final : public QWidget
{
    Q_OBJECT

public:
    QuantityEdit(cmq::SettingUnit unit, const QString& name, QWidget* parent = nullptr);

    void setValue(std::int64_t value);
    /// None while what was typed is no such quantity. Ranges are the validator's business.
    [[nodiscard]] std::optional<std::int64_t> value() const;

    [[nodiscard]] QLineEdit* lineEdit() const { return m_edit; }

signals:
    void edited();

private:
    void showMeaning();

    cmq::SettingUnit m_unit;
    QLineEdit* m_edit;
    Label* m_meaning;
};

} // namespace ui

#pragma once

#include "linediff.h"
#include "propertylist.h"

#include <QByteArray>
#include <QDialog>

class QCheckBox;
class QPlainTextEdit;
class QPushButton;

namespace ui {

class Label;

/// Two messages side by side, what they are and what is in them, with the lines marked that differ.
/// The comparing is done on a thread of the pool.
class CompareDialog final : public QDialog
{
    Q_OBJECT

public:
    struct Side
    {
        QString title;
        QList<Property> properties;
        QByteArray body;
    };

    CompareDialog(Side left, Side right, QWidget* parent = nullptr);

private:
    struct Comparison
    {
        QStringList left; ///< lines
        QStringList right;
        std::vector<DiffRow> rows;
    };

    [[nodiscard]] static Comparison compare(const Side& left, const Side& right, bool indents);
    void createLayout();
    void retranslate();
    void compareLater();
    void show(const Comparison& comparison);
    void showSummary();

    Side m_left;
    Side m_right;
    int m_differences = -1; // not known yet
    int m_generation = 0;
    Label* m_title;
    Label* m_summary;
    QCheckBox* m_indents;
    Label* m_leftTitle;
    Label* m_rightTitle;
    QPlainTextEdit* m_leftText;
    QPlainTextEdit* m_rightText;
    QPushButton* m_close;
};

} // namespace ui

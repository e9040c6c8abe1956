#pragma once

#include "lab.h"

#include <QList>
#include <QWidget>

class QLabel;
class QPushButton;

namespace ui {

class Banner;
class Card;
class Label;
class Prompts;

/// The map of the lessons: how far one has got, where to go on, and scenarios from files.
class LabPage final : public QWidget
{
    Q_OBJECT

public:
    /// Both outlive us.
    LabPage(Lab& lab, Prompts& prompts, QWidget* parent = nullptr);

private:
    struct Row
    {
        Lab::Lesson lesson;
        QLabel* mark;
        Label* title;
        Label* goal;
        Label* result;
        QPushButton* open;
    };
    [[nodiscard]] QWidget* makeMap();
    void addRow(const Lab::Lesson& lesson, QLayout* layout);
    void retranslate();
    void refresh();
    void openFile();
    void openEmpty();

    Lab& m_lab;
    Prompts& m_prompts;
    Banner* m_banner;
    Label* m_title;
    Label* m_text;
    QPushButton* m_next;
    QPushButton* m_openFile;
    QPushButton* m_openEmpty;
    QList<Row> m_rows;
};

} // namespace ui

#pragma once

#include "ui/common/prompts.h"

#include <QList>
#include <QString>

#include <utility>

/// Says yes to every question and names the file that the test wants; remembers what was asked.
class AgreeingPrompts final : public ui::Prompts
{
public:
    void confirm(QWidget*, const ui::Confirmation& confirmation,
                 std::function<void()> accepted) override
    {
        asked.append(confirmation);
        accepted();
    }
    void chooseFolder(QWidget*, const QString&, const QString&,
                      std::function<void(QString)>) override
    {
    }
    void chooseSaveFile(QWidget*, const QString&, const QString& suggestedName,
                        std::function<void(QString)> chosen) override
    {
        suggested = suggestedName;
        chosen(path);
    }
    void chooseOpenFile(QWidget*, const QString&, std::function<void(QString)> chosen) override
    {
        chosen(path);
    }

    QList<ui::Confirmation> asked;
    QString suggested;
    QString path;
};

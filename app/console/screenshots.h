#pragma once

#include "console.h"

#include "ui/lab/lab.h"

#include "ui/common/prompts.h"
#include "ui/common/settings.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QSettings>
#include <QTemporaryDir>

#include <functional>
#include <memory>
#include <vector>

/// Asks what the pictures show, and opens the file that they want.
class ScreenshotPrompts final : public ui::Prompts
{
public:
    void confirm(QWidget* parent, const ui::Confirmation& confirmation,
                 std::function<void()> accepted) override
    {
        m_dialogs.confirm(parent, confirmation, std::move(accepted));
    }
    void chooseFolder(QWidget*, const QString&, const QString&,
                      std::function<void(QString)>) override
    {
    }
    void chooseSaveFile(QWidget*, const QString&, const QString&,
                        std::function<void(QString)>) override
    {
    }
    void chooseOpenFile(QWidget*, const QString&, std::function<void(QString)> chosen) override
    {
        chosen(path);
    }

    QString path;

private:
    ui::DialogPrompts m_dialogs;
};

/// Writes a picture of every screen and dialog, with sample data, in both languages and themes:
/// <language>-<theme>-<number>-<screen>.png. Ends the program when it is done.
class Screenshots final : public QObject
{
    Q_OBJECT

public:
    Screenshots(const QString& folder, ui::Theme& theme, ui::Language& language);

    void start();

private:
    struct Scene
    {
        QString name;
        std::function<void()> prepare;
    };

    void addVariant(ui::LanguageMode language, ui::ThemeMode theme, const QString& prefix);
    void addScenes(const QString& prefix);
    void addQueueScenes(const QString& prefix);
    void addTopicScenes(const QString& prefix);
    void addReceiverScenes(const QString& prefix);
    void addLabScenes(const QString& prefix);
    void addWatchScenes(const QString& prefix);
    void addStageScenes(const QString& prefix, const ui::Lab::Lesson& lesson);
    void addScene(const QString& prefix, const QString& name, std::function<void()> prepare);
    void openConsole();
    void next();
    void take(const QString& name);

    QString m_folder;
    ui::Theme& m_theme;       // main's
    ui::Language& m_language; // main's
    QTemporaryDir m_home;     // nothing of the person who calls is in the pictures
    QSettings m_store;
    ui::Settings m_settings;
    ScreenshotPrompts m_prompts;
    QNetworkAccessManager m_network;
    std::unique_ptr<Console> m_console;
    std::vector<Scene> m_scenes;
    std::size_t m_next = 0;
    int m_numberInVariant = 0;
};

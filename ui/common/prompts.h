#pragma once

#include "rehearsalhost.h"

#include "cmq/action.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

class QWidget;

namespace ui {

class Settings;

/// A question before something that cannot be undone.
struct Confirmation
{
    QString title;
    QString question;
    QStringList losses; ///< what will be lost, one line each, with numbers
    QString acceptText; ///< the verb: "Delete queue"
    QString nameToType; ///< if not empty, it must be typed to go on
    /// The name is wanted even from people who have set that it is not: of production.
    bool insists = false;
    /// What CMQ is asked for if the person agrees; the call can be looked at then.
    std::optional<cmq::Action> action;
    /// What can be tried on a copy before.
    std::optional<Rehearsal> rehearsal;
    /// What can be done first: "Export first". The question is taken back by it.
    QString firstText;
    std::function<void()> first;
};

/// Everything the console asks in a window of its own. One interface, so that tests answer.
class Prompts
{
public:
    Prompts() = default;
    Prompts(const Prompts&) = delete;
    Prompts& operator=(const Prompts&) = delete;
    virtual ~Prompts() = default;

    /// Calls `accepted` later if the person agrees, otherwise nothing. Dies with `parent`.
    virtual void confirm(QWidget* parent, const Confirmation& confirmation,
                         std::function<void()> accepted) = 0;

    /// Calls `chosen` later with an existing folder, or never.
    virtual void chooseFolder(QWidget* parent, const QString& title, const QString& start,
                              std::function<void(QString)> chosen) = 0;

    /// Calls `chosen` later with the path of a file to write, or never. Replacing an existing file
    /// has been agreed to.
    virtual void chooseSaveFile(QWidget* parent, const QString& title, const QString& suggestedName,
                                std::function<void(QString)> chosen) = 0;

    /// Calls `chosen` later with the path of an existing file, or never.
    virtual void chooseOpenFile(QWidget* parent, const QString& title,
                                std::function<void(QString)> chosen) = 0;
};

/// The real ones: window-modal dialogs.
class DialogPrompts final : public Prompts
{
public:
    /// `settings`: whether names are to be typed; it outlives us. Null: they are.
    explicit DialogPrompts(const Settings* settings = nullptr)
        : m_settings(settings)
    {
    }

    void confirm(QWidget* parent, const Confirmation& confirmation,
                 std::function<void()> accepted) override;
    void chooseFolder(QWidget* parent, const QString& title, const QString& start,
                      std::function<void(QString)> chosen) override;
    void chooseSaveFile(QWidget* parent, const QString& title, const QString& suggestedName,
                        std::function<void(QString)> chosen) override;
    void chooseOpenFile(QWidget* parent, const QString& title,
                        std::function<void(QString)> chosen) override;

private:
    const Settings* m_settings;
};

} // namespace ui

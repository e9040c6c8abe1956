#pragma once

#include "ui/connections/exchange.h"

#include <QString>

#include <array>

namespace ui {

/// What the console writes ready code for. Source of what each SDK is called and how it is used:
/// Tencent's repositories; the templates are in resources/samples.
enum class SampleLanguage { Python, Java, Go, Php, Cpp, Node, Curl };
inline constexpr std::array SampleLanguages{
    SampleLanguage::Python, SampleLanguage::Java, SampleLanguage::Go,  SampleLanguage::Php,
    SampleLanguage::Cpp,    SampleLanguage::Node, SampleLanguage::Curl};

/// Its name, the same in every language.
[[nodiscard]] QString toString(SampleLanguage language);

/// Which endpoint, and with whose key.
struct SampleAccess
{
    QString url; ///< as SDKs take it, without a path
    QString secretId;
    QString secretKey;
};

/// What the code works with.
struct SampleSubject
{
    bool isTopic = false;
    QString name;
};

/// A program that sends, receives and deletes a message, or publishes one. The secret key stands in
/// it as it is given: give a mask where it is only looked at.
[[nodiscard]] QString sampleCode(SampleLanguage language, const SampleAccess& access,
                                 const SampleSubject& subject);

/// A shell script that sends a request with these parameters to `url`, signed anew: the secret key
/// comes from the environment, as CMQ_SECRET_KEY.
[[nodiscard]] QString curlCode(const QString& url, const QString& secretId,
                               const QList<RequestParameter>& parameters);

/// A program that sends a request with these parameters, `Action` among them, to `url`, whole and
/// signed anew. Both keys come from the environment, as CMQ_SECRET_ID and CMQ_SECRET_KEY: none ever
/// stands in the code.
[[nodiscard]] QString callCode(SampleLanguage language, const QString& url,
                               const QList<RequestParameter>& parameters);

/// What stands where the secret key is not shown.
[[nodiscard]] QString secretMask();

/// `text` as a literal of the language, whatever is in it.
[[nodiscard]] QString literal(SampleLanguage language, const QString& text);

/// Code that makes one call of API 3.0 with Tencent's SDK for Node.js: `parameters` are
/// X-TC-Action, X-TC-Version, X-TC-Region and the body. The keys come from the environment.
[[nodiscard]] QString cloudCallCode(const QString& url, const QList<RequestParameter>& parameters);

} // namespace ui

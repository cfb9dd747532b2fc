using System.Text.Json;
using System.Text.Json.Serialization;
using Codex.Protocol.Errors;

namespace Codex.AppServer.Protocol.Turns;

/// <summary>A bare word, or <c>{"word": {"httpStatusCode": n}}</c> for the connection kinds.</summary>
public sealed class CodexErrorInfoConverter : JsonConverter<CodexErrorInfo>
{
    /// <inheritdoc/>
    public override CodexErrorInfo Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var root = document.RootElement;
        if (root.ValueKind == JsonValueKind.String)
            return new CodexErrorInfo(Kind(root.GetString()));

        foreach (var member in root.EnumerateObject())
        {
            int? status = member.Value.TryGetProperty("httpStatusCode", out var code) && code.ValueKind == JsonValueKind.Number
                ? code.GetInt32()
                : null;
            return new CodexErrorInfo(Kind(member.Name), status);
        }

        throw new JsonException("an error kind is missing");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, CodexErrorInfo value, JsonSerializerOptions options)
    {
        var word = Word(value.Kind);
        if (!CarriesStatus(value.Kind))
        {
            writer.WriteStringValue(word);
            return;
        }

        writer.WriteStartObject();
        writer.WriteStartObject(word);
        if (value.HttpStatusCode is { } status)
            writer.WriteNumber("httpStatusCode"u8, status);
        else
            writer.WriteNull("httpStatusCode"u8);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static bool CarriesStatus(CodexErrorKind kind) => kind
        is CodexErrorKind.HttpConnectionFailed
        or CodexErrorKind.ResponseStreamConnectionFailed
        or CodexErrorKind.ResponseStreamDisconnected
        or CodexErrorKind.ResponseTooManyFailedAttempts;

    private static string Word(CodexErrorKind kind) => kind switch
    {
        CodexErrorKind.ContextWindowExceeded => "contextWindowExceeded",
        CodexErrorKind.UsageLimitExceeded => "usageLimitExceeded",
        CodexErrorKind.ServerOverloaded => "serverOverloaded",
        CodexErrorKind.CyberPolicy => "cyberPolicy",
        CodexErrorKind.HttpConnectionFailed => "httpConnectionFailed",
        CodexErrorKind.ResponseStreamConnectionFailed => "responseStreamConnectionFailed",
        CodexErrorKind.ResponseStreamDisconnected => "responseStreamDisconnected",
        CodexErrorKind.ResponseTooManyFailedAttempts => "responseTooManyFailedAttempts",
        CodexErrorKind.InternalServerError => "internalServerError",
        CodexErrorKind.Unauthorized => "unauthorized",
        CodexErrorKind.BadRequest => "badRequest",
        CodexErrorKind.SandboxError => "sandboxError",
        CodexErrorKind.ThreadRollbackFailed => "threadRollbackFailed",
        CodexErrorKind.ActiveTurnNotSteerable => "activeTurnNotSteerable",
        _ => "other",
    };

    private static CodexErrorKind Kind(string? word)
    {
        for (var kind = CodexErrorKind.Other; kind <= CodexErrorKind.ActiveTurnNotSteerable; kind++)
        {
            if (Word(kind) == word)
                return kind;
        }

        return CodexErrorKind.Other;
    }
}

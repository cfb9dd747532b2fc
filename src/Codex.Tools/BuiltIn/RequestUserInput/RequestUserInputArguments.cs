using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Codex.Formats.Json.Shapes;
using Codex.Protocol.Questions;

namespace Codex.Tools.BuiltIn.RequestUserInput;

/// <summary>The arguments of <c>request_user_input</c> (<c>codex-rs/protocol/src/request_user_input.rs</c>).</summary>
internal static class RequestUserInputArguments
{
    private static readonly JsonShape s_shape = JsonShape.RecordOf(
        "RequestUserInputArgs",
        new JsonField("questions", JsonShape.ListOf(JsonShape.RecordOf(
            "RequestUserInputQuestion",
            new JsonField("id", JsonShape.Text),
            new JsonField("header", JsonShape.Text),
            new JsonField("question", JsonShape.Text),
            new JsonField("isOther", JsonShape.Boolean, JsonFieldPresence.Defaulted),
            new JsonField("isSecret", JsonShape.Boolean, JsonFieldPresence.Defaulted),
            new JsonField("options", JsonShape.ListOf(JsonShape.RecordOf(
                "RequestUserInputQuestionOption",
                new JsonField("label", JsonShape.Text),
                new JsonField("description", JsonShape.Text))), JsonFieldPresence.Nullable)))));

    /// <summary>Reads the questions, each with a free-form answer beside its options; the error says what is wrong with them.</summary>
    public static bool TryParse(string json, out ImmutableArray<UserQuestion> questions, [NotNullWhen(false)] out string? error)
    {
        questions = [];
        if (!JsonShapeCheck.TryParse(json, s_shape, out var value, out error))
        {
            error = $"failed to parse function arguments: {error}";
            return false;
        }

        questions = [.. value.GetProperty("questions").EnumerateArray().Select(Read)];
        error = questions.Any(static question => question.Options.IsEmpty)
            ? "request_user_input requires non-empty options for every question"
            : null;
        return error is null;
    }

    private static UserQuestion Read(JsonElement question) => new(
        question.GetProperty("id").GetString()!,
        question.GetProperty("header").GetString()!,
        question.GetProperty("question").GetString()!,
        IsOther: true,
        question.TryGetProperty("isSecret", out var secret) && secret.GetBoolean(),
        question.TryGetProperty("options", out var options) && options.ValueKind == JsonValueKind.Array
            ? [.. options.EnumerateArray().Select(static option => new UserQuestionOption(
                option.GetProperty("label").GetString()!, option.GetProperty("description").GetString()!))]
            : []);
}

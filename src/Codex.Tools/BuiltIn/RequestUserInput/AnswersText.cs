using System.Buffers;
using System.Text;
using System.Text.Json;
using Codex.Formats.Json;
using Codex.Protocol.Questions;

namespace Codex.Tools.BuiltIn.RequestUserInput;

/// <summary>The answers of a user as the model is told them.</summary>
internal static class AnswersText
{
    /// <summary>The JSON text.</summary>
    public static string Write(UserAnswers answers)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer, JsonFormat.Compact))
        {
            writer.WriteStartObject();
            writer.WriteStartObject("answers"u8);
            foreach (var answer in answers.Answers)
                Write(writer, answer);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, UserAnswer answer)
    {
        writer.WriteStartObject(answer.QuestionId);
        writer.WriteStartArray("answers"u8);
        foreach (var text in answer.Answers)
            writer.WriteStringValue(text);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}

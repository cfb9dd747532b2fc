using System.Buffers;
using System.Text;

namespace Codex.Formats.Secrets;

/// <summary>Takes secrets out of whole messages: log lines, errors, reports.</summary>
public static class SecretText
{
    /// <summary>What looks like a secret, for places that know no values.</summary>
    public static SecretPatterns Shapes { get; } = new([], includesShapes: true);

    /// <summary>The message without secrets; the same one when there are none.</summary>
    /// <param name="text">The message.</param>
    /// <param name="patterns">What is taken out.</param>
    public static string Redact(string text, SecretPatterns patterns)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(patterns);
        if (patterns.IsEmpty || text.Length < SecretPatterns.ShortestValue)
            return text;
        var output = new ArrayBufferWriter<byte>(text.Length + SecretRedactor.Placeholder.Length);
        var redactor = new SecretRedactor(patterns);
        redactor.Append(Encoding.UTF8.GetBytes(text), output);
        redactor.Flush(output);
        var redacted = Encoding.UTF8.GetString(output.WrittenSpan);
        return redacted == text ? text : redacted;
    }
}

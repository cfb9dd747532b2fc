using System.Text;
using Codex.Formats.Secrets;

namespace Codex.Cli.Hosting;

/// <summary>Messages of the program itself; runs write to the stream they are given.</summary>
internal static class StandardError
{
    /// <summary>Writes text; what looks like a secret is left out, for messages quote files.</summary>
    public static void Write(string text)
    {
        using var error = StandardStreams.OpenError();
        error.Write(Encoding.UTF8.GetBytes(SecretText.Redact(text, SecretText.Shapes)));
    }
}

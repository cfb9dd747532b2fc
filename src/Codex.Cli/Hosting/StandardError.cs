using System.Text;

namespace Codex.Cli.Hosting;

/// <summary>Messages of the program itself; runs write to the stream they are given.</summary>
internal static class StandardError
{
    /// <summary>Writes text as it is.</summary>
    public static void Write(string text)
    {
        using var error = StandardStreams.OpenError();
        error.Write(Encoding.UTF8.GetBytes(text));
    }
}

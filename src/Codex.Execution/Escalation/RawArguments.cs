using System.Text;

namespace Codex.Execution.Escalation;

/// <summary>The arguments of this process as they are: file names need not be text.</summary>
internal static class RawArguments
{
    private const string CommandLineFile = "/proc/self/cmdline";

    // What stands in the place of bytes that are no text.
    private const char Replacement = '\uFFFD';

    /// <summary>The bytes of the arguments; null when they are not text and cannot be told either.</summary>
    /// <param name="arguments">What the runtime made of them, without the program's own name.</param>
    internal static byte[][]? Read(IReadOnlyList<string> arguments) =>
        IsText(arguments) ? [.. arguments.Select(Encoding.UTF8.GetBytes)] : FromKernel(arguments.Count);

    /// <summary>Whether the runtime understood everything.</summary>
    internal static bool IsText(IEnumerable<string> arguments) => !arguments.Any(static argument => argument.Contains(Replacement, StringComparison.Ordinal));

    private static byte[][]? FromKernel(int count)
    {
        try
        {
            var line = File.ReadAllBytes(CommandLineFile).AsSpan();
            List<byte[]> all = [];
            foreach (var range in line.TrimEnd((byte)0).Split((byte)0))
                all.Add(line[range].ToArray());

            // Empty arguments at the end look like the end.
            while (all.Count <= count)
                all.Add([]);
            return [.. all[^count..]];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}

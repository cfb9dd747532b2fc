using System.Globalization;
using System.Text;

namespace Codex.Configuration;

/// <summary>
/// A configuration cannot be used. <see cref="Exception.Message"/> is the original's text: with <c>file:line:column:</c> in front
/// when a place in a file is known. The exit code is always 1.
/// </summary>
public sealed class ConfigException : Exception
{
    /// <summary>An error without a place in a file.</summary>
    public ConfigException(ConfigStage stage, string message)
        : base(message) => Stage = stage;

    /// <summary>An error at a place in a file.</summary>
    /// <param name="stage">When it was found.</param>
    /// <param name="location">The place.</param>
    /// <param name="reason">The reason, without the place.</param>
    public ConfigException(ConfigStage stage, ConfigLocation location, string reason)
        : base(location.Prefix + reason)
    {
        Stage = stage;
        Location = location;
        Reason = reason;
    }

    /// <summary>When the error was found; decides how commands introduce it.</summary>
    public ConfigStage Stage { get; }

    /// <summary>The place, when one is known.</summary>
    public ConfigLocation? Location { get; }

    /// <summary>The reason without the place, when there is a place.</summary>
    public string? Reason { get; }

    /// <summary>What led to this error, in the words of the reader, or null. Shown by other commands than <c>exec</c>.</summary>
    public string? Cause { get; init; }

    /// <summary>The same problem with its place, when it was found in the merge of several files. Shown by other commands than <c>exec</c>.</summary>
    public ConfigException? InFile { get; init; }

    /// <summary>What <c>codex exec</c> and the terminal interface write to standard error; a line break has to follow.</summary>
    public string RenderForExec() => Stage switch
    {
        ConfigStage.Overrides => "Error parsing -c overrides: " + Message,
        ConfigStage.Home => "Error finding codex home: " + Message,
        ConfigStage.Load when Location is not null => "Error loading config.toml:\n" + Location.Render(Reason!),
        ConfigStage.Load => "Error loading config.toml: " + Message,
        _ => "Error: " + Message,
    };

    /// <summary>What other commands write to standard error; a line break has to follow.</summary>
    /// <param name="context">What such a command says first when configuration cannot be loaded; null for nothing.</param>
    public string RenderForCommand(string? context = null)
    {
        var shown = InFile ?? this;
        string[] chain = Cause is null ? [shown.Message] : [shown.Message, Cause];
        if (context is not null && Stage is ConfigStage.Load or ConfigStage.Build)
            chain = [context, .. chain];
        return $"Error: {chain[0]}{Causes(chain.AsSpan(1))}";
    }

    private static string Causes(ReadOnlySpan<string> causes)
    {
        if (causes.IsEmpty)
            return "";
        var text = new StringBuilder("\n\nCaused by:");
        for (var i = 0; i < causes.Length; i++)
        {
            var number = causes.Length == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"{i}: ");
            var indent = "\n    " + new string(' ', number.Length);
            text.Append("\n    ").Append(number).Append(causes[i].Replace("\n", indent, StringComparison.Ordinal));
        }

        return text.ToString();
    }
}

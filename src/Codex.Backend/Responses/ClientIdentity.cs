using Codex.Backend.Identity;
using Codex.Platform.Environment;

namespace Codex.Backend.Responses;

/// <summary>How the program names itself to servers.</summary>
/// <param name="Originator">The front-end, for example <c>codex_exec</c>.</param>
/// <param name="UserAgent">The whole user agent line.</param>
public sealed record ClientIdentity(string Originator, string UserAgent)
{
    /// <summary>The version that servers are told.</summary>
    public const string Version = "0.136.0";

    private const string OriginatorOverride = "CODEX_INTERNAL_ORIGINATOR_OVERRIDE";

    /// <summary>The identity of a front-end, or the one that the environment puts in its place.</summary>
    /// <param name="front">The front-end's name.</param>
    /// <param name="environment">The surroundings.</param>
    public static ClientIdentity Create(string front, HostEnvironment environment) => Create(front, environment, $" ({front}; {Version})");

    /// <summary>The same for commands that speak to servers before, or without, any client.</summary>
    /// <param name="front">The front-end's name.</param>
    /// <param name="environment">The surroundings.</param>
    public static ClientIdentity CreateWithoutClient(string front, HostEnvironment environment) => Create(front, environment, "");

    private static ClientIdentity Create(string front, HostEnvironment environment, string client)
    {
        var originator = environment.GetVariable(OriginatorOverride) is { } name && IsPrintable(name) ? name : front;
        return new ClientIdentity(originator, Printable($"{originator}/{Version} ({OperatingSystemName.Read()}) {TerminalName.Detect(environment)}{client}"));
    }

    private static bool IsPrintable(string text) => text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0;

    private static string Printable(string text) => IsPrintable(text)
        ? text
        : string.Create(text.Length, text, static (target, source) =>
        {
            for (var index = 0; index < source.Length; index++)
                target[index] = source[index] is >= ' ' and <= '~' ? source[index] : '_';
        });
}

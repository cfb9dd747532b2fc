using Codex.Backend.Responses;
using Codex.Execution.Installation;
using Codex.Platform.Environment;

namespace Codex.Cli.Commands.Doctor;

/// <summary>What checks look at when there may be no configuration.</summary>
internal sealed record DoctorContext
{
    /// <summary>The surroundings.</summary>
    public required HostEnvironment Host { get; init; }

    /// <summary>The user's directory; null when it cannot be told.</summary>
    public string? CodexHome { get; init; }

    /// <summary>Why it cannot be told.</summary>
    public string? CodexHomeProblem { get; init; }

    /// <summary>The directory that the agent would work in.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>The directory with the helper names; null when it could not be made.</summary>
    public string? HelperDirectory { get; init; }

    /// <summary>How requests name us.</summary>
    public required ClientIdentity Identity { get; init; }

    /// <summary>How the program came to this machine.</summary>
    public required InstallContext Installation { get; init; }

    /// <summary>The package that a launcher names; null when none does.</summary>
    public string? ManagedRoot => Host.GetVariable("CODEX_MANAGED_PACKAGE_ROOT");

    /// <summary>Whether npm launched the program.</summary>
    public bool IsManagedByNpm => Host.GetVariable("CODEX_MANAGED_BY_NPM") is not null;

    /// <summary>Whether bun launched the program.</summary>
    public bool IsManagedByBun => Host.GetVariable("CODEX_MANAGED_BY_BUN") is not null;

    /// <summary>Runs other programs.</summary>
    public required ToolRunner Tools { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>Whether colours were refused on the command line.</summary>
    public bool RefusesColor { get; init; }

    /// <summary>Whether facts are shown.</summary>
    public bool ShowsDetails { get; init; } = true;
}

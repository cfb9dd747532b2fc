using Codex.Platform.Environment;
using Codex.Platform.Processes;

namespace Codex.Backend.Oss;

/// <summary>What an <see cref="OssSetup"/> needs.</summary>
public sealed record OssSetupOptions
{
    /// <summary>Id of the local provider.</summary>
    public required string ProviderId { get; init; }

    /// <summary>The configured root of its URLs.</summary>
    public required string BaseUrl { get; init; }

    /// <summary>The model that will be asked for.</summary>
    public required string Model { get; init; }

    /// <summary>The surroundings: where programs are found.</summary>
    public required HostEnvironment Environment { get; init; }

    /// <summary>Creates the connection handler; called once and owned by the setup.</summary>
    public required Func<HttpMessageHandler> CreateHandler { get; init; }

    /// <summary>Starts programs; called when a download needs one.</summary>
    public required Func<IProcessSpawner> CreateSpawner { get; init; }

    /// <summary>Where a program's output goes.</summary>
    public required Stream Output { get; init; }

    /// <summary>Where progress is shown.</summary>
    public required Stream Error { get; init; }

    /// <summary>The clock, for the speed of downloads.</summary>
    public required TimeProvider Time { get; init; }
}

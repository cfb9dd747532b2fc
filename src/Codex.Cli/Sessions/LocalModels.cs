using Codex.Backend.Http;
using Codex.Backend.Oss;
using Codex.Cli.Hosting;
using Codex.Platform.Environment;
using Codex.Platform.Processes;

namespace Codex.Cli.Sessions;

/// <summary>Gets the local model server ready for a session that was started with <c>--oss</c>.</summary>
internal static class LocalModels
{
    private static readonly TimeSpan s_connectTimeout = TimeSpan.FromSeconds(5);

    /// <summary>Checks the server and fetches the model; the result lives as long as the session.</summary>
    /// <exception cref="CommandFailure">The server cannot be used.</exception>
    public static async Task<OssSetup> PrepareAsync(SessionSettings settings, HostEnvironment host)
    {
        var setup = new OssSetup(Options(settings, host));
        try
        {
            await setup.PrepareAsync(CancellationToken.None);
            return setup;
        }
        catch (OssException exception)
        {
            await setup.DisposeAsync();
            throw new CommandFailure($"Error: OSS setup failed: {exception.Message}");
        }
    }

    private static OssSetupOptions Options(SessionSettings settings, HostEnvironment host) => new()
    {
        ProviderId = settings.Provider.Id,
        BaseUrl = settings.Provider.BaseUrl ?? "",
        Model = settings.Model ?? "",
        Environment = host,
        CreateHandler = () => HttpHandlerFactory.Create(host, s_connectTimeout),
        CreateSpawner = ProcessSpawner.Create,
        Output = StandardStreams.OpenOutput(),
        Error = StandardStreams.OpenError(),
        Time = TimeProvider.System,
    };
}

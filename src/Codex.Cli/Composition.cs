using Codex.AppServer;
using Codex.Backend.Auth;
using Codex.Backend.Http;
using Codex.Backend.Providers;
using Codex.Backend.Responses;
using Codex.Cli.Hosting;
using Codex.Cli.Sessions;
using Codex.Engine;
using Codex.Platform.Environment;
using Codex.Platform.Identifiers;

namespace Codex.Cli;

/// <summary>Builds the program by hand. Everything is made when it is first needed and ends with this object.</summary>
internal sealed class Composition(HostEnvironment host, SessionSettings settings, string clientName, string source) : IAsyncDisposable
{
    private readonly IIdSource ids = new RandomIdSource();
    private readonly TimeProvider clock = TimeProvider.System;
    private ResponsesClient? client;
    private ThreadManager? threads;
    private AppServerHost? server;

    /// <summary>The app-server of this process.</summary>
    public AppServerHost Server => server ??= new AppServerHost(new AppServerServices
    {
        Threads = Threads,
        Setup = new SessionThreadSetup(settings, Client, Identity, source),
        Directory = new RolloutDirectory(settings.CodexHome),
        CodexHome = settings.CodexHome,
        Clock = clock,
        ConfigWarnings = settings.Warnings,
    });

    private ClientIdentity Identity => field ??= ClientIdentity.Create(clientName, host);

    private ThreadManager Threads => threads ??= new ThreadManager(new EngineServices
    {
        Host = host,
        CodexHome = settings.CodexHome,
        InstallationId = InstallationId.ReadOrCreate(settings.CodexHome, ids),
        Log = new LogSink(host.GetVariable("RUST_LOG"), clock, Console.OpenStandardError).Error,
        Clock = clock,
        Ids = ids,
    });

    private ResponsesClient Client => client ??= new ResponsesClient(new ResponsesClientOptions
    {
        Endpoint = settings.Provider,
        Credentials = new ProviderCredentials(settings.Provider, host, FindLogin),
        Identity = Identity,
        Environment = host,
        Time = clock,
        Random = ids,
        CreateHandler = () => HttpHandlerFactory.Create(host),
    });

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
        if (threads is not null)
            await threads.DisposeAsync();
        client?.Dispose();
    }

    private StoredLogin? FindLogin() =>
        host.GetNonEmptyVariable("CODEX_API_KEY") is { } key ? StoredLogin.OfApiKey(key) : AuthFile.Read(settings.CodexHome);
}

using System.Diagnostics;
using System.Text.Json;

namespace Codex.Configuration.Tests.Editing;

/// <summary>Speaks with the app server of the real binary.</summary>
internal sealed class AppServerClient : IAsyncDisposable
{
    private readonly Process _process;
    private int _id;

    private AppServerClient(Process process) => _process = process;

    public static async Task<AppServerClient> StartAsync(string executable, ConfigHome home, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(executable, "app-server")
        {
            WorkingDirectory = home.WorkingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        start.Environment["CODEX_HOME"] = home.Root;
        start.Environment["HOME"] = home.Create("user");
        start.Environment["PATH"] = "/usr/bin:/bin";
        start.Environment["RUST_LOG"] = "off";
        var client = new AppServerClient(Process.Start(start)!);
        await client.CallAsync("initialize", """{"clientInfo":{"name":"t","version":"1"}}""", cancellationToken);
        await client._process.StandardInput.WriteLineAsync("""{"method":"initialized"}""".AsMemory(), cancellationToken);
        return client;
    }

    /// <summary>The answer: a member <c>result</c> or <c>error</c>.</summary>
    public async Task<JsonElement> CallAsync(string method, string parameters, CancellationToken cancellationToken)
    {
        var id = _id++;
        await _process.StandardInput.WriteLineAsync($$"""{"id":{{id}},"method":"{{method}}","params":{{parameters}}}""".AsMemory(), cancellationToken);
        await _process.StandardInput.FlushAsync(cancellationToken);
        while (await _process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            using var message = JsonDocument.Parse(line);
            if (message.RootElement.TryGetProperty("id", out var answered) && answered.GetInt32() == id)
                return message.RootElement.Clone();
        }

        throw new InvalidOperationException("the app server ended");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}

using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Codex.TestSupport.Scripts;

namespace Codex.AppServer.Tests.Approvals;

/// <summary>The real app-server, spoken to over its standard streams.</summary>
internal sealed class RealAppServer(ApprovalSide side, string executable) : IDisposable
{
    private readonly Process _process = Start(side, executable);
    private int _lastId;

    /// <summary>Runs the turn of the scenario to its end.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await RequestAsync("initialize", OutputItem.Json(
            ("clientInfo", OutputItem.Json(("name", "test"), ("version", "1"))), ("capabilities", OutputItem.Json(("experimentalApi", true)))), cancellationToken);
        await SendAsync(OutputItem.Json(("method", "initialized")), cancellationToken);
        var started = await RequestAsync("thread/start", OutputItem.Json(
            ("cwd", side.Workspace), ("approvalPolicy", side.Scenario.Policy), ("sandbox", "workspace-write")), cancellationToken);
        var threadId = started.GetProperty("thread").GetProperty("id").GetString();
        await RequestAsync("turn/start", OutputItem.Json(
            ("threadId", threadId), ("input", new JsonArray(OutputItem.Json(("type", "text"), ("text", "go"))))), cancellationToken);
        while (await ReadAsync(cancellationToken) is not "turn/completed")
        {
        }
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    /// <summary>Writes the configuration of the scenario.</summary>
    public static void Configure(ApprovalSide side) =>
        File.WriteAllText(Path.Combine(side.Home, "config.toml"), $"""
            model_provider = "fake"
            model = "gpt-5.5"
            [model_providers.fake]
            name = "fake"
            base_url = "{side.Server.BaseUri}"
            wire_api = "responses"
            requires_openai_auth = false
            [sandbox_workspace_write]
            exclude_slash_tmp = true
            exclude_tmpdir_env_var = true
            [features]
            unified_exec = {(side.Scenario.UnifiedExec ? "true" : "false")}
            exec_permission_approvals = {(side.Scenario.OffersAdditionalPermissions ? "true" : "false")}
            goals = false
            multi_agent = false
            plugins = false
            apps = false
            """);

    private static Process Start(ApprovalSide side, string executable)
    {
        Configure(side);
        var start = new ProcessStartInfo(executable, ["app-server"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = side.Workspace,
        };
        start.Environment["CODEX_HOME"] = side.Home;
        start.Environment["HOME"] = side.UserHome;
        start.Environment["RUST_LOG"] = "off";
        return Process.Start(start)!;
    }

    private async Task<JsonElement> RequestAsync(string method, JsonObject parameters, CancellationToken cancellationToken)
    {
        var id = ++_lastId;
        await SendAsync(OutputItem.Json(("id", id), ("method", method), ("params", parameters)), cancellationToken);
        while (true)
        {
            var message = await ReadMessageAsync(cancellationToken);
            if (!message.TryGetProperty("method", out _) && message.GetProperty("id").GetInt32() == id)
                return message.GetProperty("result").Clone();
            await TakeAsync(message, cancellationToken);
        }
    }

    private async Task<string> ReadAsync(CancellationToken cancellationToken) => await TakeAsync(await ReadMessageAsync(cancellationToken), cancellationToken);

    private async Task<string> TakeAsync(JsonElement message, CancellationToken cancellationToken)
    {
        if (!message.TryGetProperty("method", out var method))
            return "";
        long? id = message.TryGetProperty("id", out var number) ? number.GetInt64() : null;
        side.Note(method.GetString()!, id, message.GetProperty("params").GetRawText());
        if (id is { } asked)
            await SendAsync(OutputItem.Json(("id", asked), ("result", OutputItem.Json(("decision", JsonNode.Parse(side.NextAnswer().GetRawText()))))), cancellationToken);
        return method.GetString()!;
    }

    private async Task<JsonElement> ReadMessageAsync(CancellationToken cancellationToken)
    {
        var line = await _process.StandardOutput.ReadLineAsync(cancellationToken)
            ?? throw new InvalidOperationException($"the server ended: {await _process.StandardError.ReadToEndAsync(cancellationToken)}");
        using var document = JsonDocument.Parse(line);
        return document.RootElement.Clone();
    }

    private async Task SendAsync(JsonObject message, CancellationToken cancellationToken)
    {
        await _process.StandardInput.WriteLineAsync(message.ToJsonString().AsMemory(), cancellationToken);
        await _process.StandardInput.FlushAsync(cancellationToken);
    }
}

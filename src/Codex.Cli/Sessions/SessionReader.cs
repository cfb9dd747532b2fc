using Codex.Backend.Models;
using Codex.Backend.Providers;
using Codex.Backend.Responses;
using Codex.Cli.Hosting;
using Codex.Formats.Toml;
using Codex.Protocol.Permissions;

namespace Codex.Cli.Sessions;

/// <summary>Reads the user's configuration for a session.</summary>
internal static class SessionReader
{
    public static SessionSettings Read(SessionRequest request, ProgramContext program)
    {
        var home = program.CodexHome;
        var config = Load(home, request);
        var sandbox = request.Sandbox ?? Text(config, "sandbox_mode") ?? (IsTrusted(config, request.WorkingDirectory) ? "workspace-write" : "read-only");
        return new SessionSettings
        {
            CodexHome = home,
            WorkingDirectory = request.WorkingDirectory,
            WorkspaceRoots = [request.WorkingDirectory, .. request.AddedDirectories],
            Provider = Provider(config, Text(config, "model_provider") ?? BuiltInProviders.OpenAi, program),
            Catalog = ModelCatalog.Bundled(),
            Model = request.Model ?? Text(config, "model"),
            Permissions = PermissionProfiles.FromLegacy(Policy(sandbox)),
            ReasoningEffort = Text(config, "model_reasoning_effort"),
            ReasoningSummary = Text(config, "model_reasoning_summary"),
            BetaFeatures = "terminal_resize_reflow",
        };
    }

    private static TomlTable Load(string home, SessionRequest request)
    {
        var path = Path.Combine(home, "config.toml");
        var table = !request.IgnoresUserConfig && File.Exists(path) ? TomlParser.Parse(File.ReadAllBytes(path)) : TomlParser.Parse("");
        return table;
    }

    private static SandboxPolicy Policy(string mode) => mode switch
    {
        "danger-full-access" => new SandboxPolicy.DangerFullAccess(),
        "workspace-write" => new SandboxPolicy.WorkspaceWrite([]),
        _ => new SandboxPolicy.ReadOnly(),
    };

    private static bool IsTrusted(TomlTable config, string directory) =>
        Table(Table(config, "projects"), directory) is { } project && Text(project, "trust_level") is not null;

    private static ProviderEndpoint Provider(TomlTable config, string id, ProgramContext program)
    {
        if (Table(Table(config, "model_providers"), id) is not { } table)
            return BuiltInProviders.Find(id, program.Host, Text(config, "openai_base_url")) ?? throw new CommandFailure($"Error: Model provider `{id}` not found");
        return new ProviderEndpoint
        {
            Id = id,
            Name = Text(table, "name") ?? "",
            BaseUrl = Text(table, "base_url"),
            KeyVariable = Text(table, "env_key"),
            KeyInstructions = Text(table, "env_key_instructions"),
            BearerToken = Text(table, "experimental_bearer_token"),
            RequestRetries = new RetryPolicy((int)(Number(table, "request_max_retries") ?? 4)),
            StreamRetries = new RetryPolicy((int)(Number(table, "stream_max_retries") ?? 5)),
            StreamIdleTimeout = TimeSpan.FromMilliseconds(Number(table, "stream_idle_timeout_ms") ?? 300_000),
        };
    }

    private static TomlTable? Table(TomlTable? table, string key) =>
        table is not null && table.TryGetValue(key, out var value) ? value as TomlTable : null;

    private static string? Text(TomlTable table, string key) => table.TryGetValue(key, out var value) && value is TomlString text ? text.Value : null;

    private static long? Number(TomlTable table, string key) => table.TryGetValue(key, out var value) && value is TomlInteger number ? number.Value : null;
}

namespace Codex.Parity.Tests.Scenarios;

/// <summary>Sessions that a scenario finds in its home.</summary>
internal static class SessionFiles
{
    internal const string First = "01a1fc80-4227-71d1-ac78-385b2af1d7ef";
    internal const string Headless = "01a1fc80-4227-71d1-ac78-385b2af1d7e0";
    internal const string Archived = "01a1fc80-4227-71d1-ac78-385b2af1d7e1";

    /// <summary>Where each of them may be.</summary>
    internal static IReadOnlyList<string> Places { get; } =
        [.. new[] { First, Headless, Archived }.SelectMany(static id => new[] { Live(id), Away(id) })];

    /// <summary>One of the interface with a name, one of exec with a name, one in the archive with a name.</summary>
    internal static void Write(string home)
    {
        Write(home, Live(First), First, "cli");
        Write(home, Live(Headless), Headless, "exec");
        Write(home, Away(Archived), Archived, "vscode");
        File.WriteAllLines(Path.Combine(home, "session_index.jsonl"), [Name(First, "Old name"), Name(First, "My Thread"), Name(Headless, "Robot"), Name(Archived, "Gone")]);
    }

    private static string Live(string id) => $"sessions/2026/11/20/{FileName(id)}";

    private static string Away(string id) => $"archived_sessions/{FileName(id)}";

    private static string FileName(string id) => $"rollout-2026-11-20T05-07-06-{id}.jsonl";

    private static string Name(string id, string name) =>
        $$"""{"id":"{{id}}","thread_name":"{{name}}","updated_at":"2026-11-21T05:09:28.027295946Z"}""";

    private static void Write(string home, string place, string id, string source)
    {
        var path = Path.Combine(home, place);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, $$$$"""
            {"timestamp":"2026-11-20T05:07:06.683Z","type":"session_meta","payload":{"id":"{{{{id}}}}","timestamp":"2026-11-20T05:07:06.461Z","cwd":"{{{{Path.GetFullPath("../ws", home)}}}}","originator":"codex_cli_rs","cli_version":"0.136.0","source":"{{{{source}}}}","model_provider":"fake","base_instructions":{"text":"x"}}}
            {"timestamp":"2026-11-20T05:07:06.700Z","type":"response_item","payload":{"type":"message","role":"user","content":[{"type":"input_text","text":"hello"}]}}
            {"timestamp":"2026-11-20T05:07:06.700Z","type":"event_msg","payload":{"type":"user_message","message":"hello","images":[],"local_images":[],"text_elements":[]}}

            """);
    }
}

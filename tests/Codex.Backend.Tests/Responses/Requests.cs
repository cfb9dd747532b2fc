using System.Text;
using Codex.Backend.Responses;

namespace Codex.Backend.Tests.Responses;

/// <summary>Requests for tests.</summary>
internal static class Requests
{
    public static ModelRequest Simple { get; } = new()
    {
        Model = "gpt-5.5",
        Instructions = "Be \"good\"\n\u0001 é 😀\u007f",
        Input = [Json("""{"type":"message","role":"user"}"""), Json("""{"type":"reasoning"}""")],
        Tools = [Json("""{"type":"web_search"}""")],
        ParallelToolCalls = true,
        Reasoning = new ReasoningOptions("medium", null),
        PromptCacheKey = "thread",
        Text = new TextOptions { Verbosity = "low" },
        InstallationId = "install",
        Context = new RequestContext { SessionId = "session", ThreadId = "thread", WindowId = "thread:0", TurnMetadataJson = """{"turn_id":"t"}""", BetaFeatures = "a,b" },
    };

    public static ReadOnlyMemory<byte> Json(string text) => Encoding.UTF8.GetBytes(text);
}

using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Codex.Parity.Tests.Harness;

namespace Codex.Parity.Tests.Scenarios;

/// <summary><c>codex debug prompt-input</c>: what the model of a first request would see.</summary>
public sealed class PromptInputScenarios
{
    private static readonly JsonWriterOptions s_pretty = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory]
    [InlineData("")]
    [InlineData("hello \"you\" <é>")]
    [InlineData("one\r\ntwo\rthree")]
    [InlineData("please $check")]
    [InlineData("-c|developer_instructions=\"Mind the gap.\"|hello")]
    [InlineData("-c|include_environment_context=false|hello")]
    [InlineData("-c|include_permissions_instructions=false|hello")]
    [InlineData("-c|project_doc_max_bytes=0|hello")]
    [InlineData("-c|personality=\"friendly\"|hello")]
    [InlineData("-i|{ws}/a.png|--|hello")]
    [InlineData("-i|{ws}/a.png,{ws}/nothing.png,{ws}/a.txt|--|hello")]
    [InlineData("-i|{ws}/a.png")]
    [InlineData("--enable|apply_patch_freeform|hello")]
    public Task What_is_said_first(string words) => BothPrograms.AgreeOnAsync(PromptInput([], words), $"prompt_input_{words}");

    [Theory]
    [InlineData("-s|workspace-write")]
    [InlineData("-s|danger-full-access|-a|never")]
    [InlineData("-a|untrusted")]
    [InlineData("--yolo")]
    [InlineData("-m|gpt-5.4-mini")]
    [InlineData("-m|unknown-model")]
    [InlineData("--search")]
    [InlineData("--oss")]
    [InlineData("-C|{ws}/below")]
    [InlineData("-C|{ws}/nowhere")]
    [InlineData("-s|workspace-write|--add-dir|{ws}/below")]
    [InlineData("-p|work")]
    [InlineData("-i|{ws}/a.png|--dangerously-bypass-hook-trust")]
    public Task Options_in_front(string options) => BothPrograms.AgreeOnAsync(PromptInput(options.Split('|'), "hello"), $"prompt_input_front_{options}");

    [Theory]
    [InlineData("", "-c|nope")]
    [InlineData("", "-c|model_provider=zz")]
    [InlineData("", "-c|sandbox_mode=zz")]
    [InlineData("--strict-config", "hello")]
    [InlineData("", "a|b")]
    public Task What_is_wrong(string options, string words) => BothPrograms.AgreeOnAsync(
        PromptInput(options.Split('|', StringSplitOptions.RemoveEmptyEntries), words), $"prompt_input_wrong_{options}_{words}");

    private static Scenario PromptInput(string[] options, string words) => new()
    {
        Runs = [new Invocation { Arguments = [.. options, "debug", "prompt-input", .. words.Split('|', StringSplitOptions.RemoveEmptyEntries)] }],
        ComparesAllRequests = true,
        OutputView = Items,
        Home = static home =>
        {
            Directory.CreateDirectory(Path.Combine(home, "skills", "check"));
            File.WriteAllText(Path.Combine(home, "skills", "check", "SKILL.md"), "---\nname: check\ndescription: Checks\n---\n");
            File.WriteAllText(Path.Combine(home, "AGENTS.md"), "global rules");
            File.WriteAllText(Path.Combine(home, "work.config.toml"), "developer_instructions = \"At work.\"\n");
        },
        Workspace = static workspace =>
        {
            Directory.CreateDirectory(Path.Combine(workspace, ".git"));
            Directory.CreateDirectory(Path.Combine(workspace, "below"));
            File.WriteAllText(Path.Combine(workspace, "AGENTS.md"), "local rules");
            File.WriteAllText(Path.Combine(workspace, "below", "AGENTS.md"), "rules below");
            File.WriteAllText(Path.Combine(workspace, "a.txt"), "text");
            File.WriteAllBytes(Path.Combine(workspace, "a.png"), Convert.FromBase64String(
                "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=="));
        },
    };

    /// <summary>An item a line, and whether the whole was laid out as usual.</summary>
    internal static string Items(string output)
    {
        if (!output.StartsWith('['))
            return output;
        using var document = JsonDocument.Parse(output);
        var items = document.RootElement.EnumerateArray().Select(static item => Write(item, default));
        return $"{string.Join('\n', items)}\npretty: {Write(document.RootElement, s_pretty) + "\n" == output}";
    }

    private static string Write(JsonElement element, JsonWriterOptions options)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, options))
            element.WriteTo(writer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}

using System.Text;
using Codex.Execution.Reading;
using Codex.Formats.Images;
using Codex.Protocol.Events;
using Codex.Protocol.Items;
using Codex.Protocol.Permissions;
using Codex.Protocol.Turns;
using Codex.TestSupport.Files;
using Codex.Tools.BuiltIn.ViewImage;

namespace Codex.Tools.Tests.ViewImage;

public sealed class ViewImageToolTests : IDisposable
{
    // A picture of one transparent pixel.
    private const string TinyPng = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

    private readonly TempDirectory _directory = new();
    private readonly ViewImageTool _tool = new(new ImagePipeline());

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("pic.png")]
    [InlineData("./sub/../pic.png")]
    public async Task An_image_is_answered_as_a_data_url_and_shown_to_the_user(string path)
    {
        File.WriteAllBytes(_directory["pic.png"], Convert.FromBase64String(TinyPng));
        var host = new RecordingToolHost(_directory.Root);
        var output = await Call(host, $$"""{"path":"{{path}}"}""");
        Assert.Equal([new InputImagePart("data:image/png;base64," + TinyPng, "high")], output.Body!.Parts.ToArray());
        var item = new ImageViewTurnItem("call", _directory["pic.png"]);
        Assert.Equal([new ItemStartedEvent("turn", item), new ItemCompletedEvent("turn", item)], host.Events);
    }

    [Fact]
    public async Task The_original_detail_is_given_only_to_models_that_take_it()
    {
        File.WriteAllBytes(_directory["pic.png"], Convert.FromBase64String(TinyPng));
        var plain = new RecordingToolHost(_directory.Root);
        var able = new RecordingToolHost(_directory.Root) { Settings = plain.Settings with { ModelSupportsOriginalImageDetail = true } };
        const string Arguments = """{"path":"pic.png","detail":"original"}""";
        Assert.Equal("high", Assert.IsType<InputImagePart>((await Call(plain, Arguments)).Body!.Parts[0]).Detail);
        Assert.Equal("original", Assert.IsType<InputImagePart>((await Call(able, Arguments)).Body!.Parts[0]).Detail);
    }

    [Theory]
    [InlineData("{\"path\":\"gone.png\"}", "unable to locate image at `{0}/gone.png`: No such file or directory (os error 2)")]
    [InlineData("{\"path\":\"~/x.png\"}", "unable to locate image at `{0}/home/x.png`: No such file or directory (os error 2)")]
    [InlineData("{\"path\":\"\"}", "image path `{0}` is not a file")]
    [InlineData("{\"path\":\"a.txt\"}", "unable to process image at `{0}/a.txt`: unsupported image `text/plain`")]
    [InlineData("{\"path\":\"plain\"}", "unable to process image at `{0}/plain`: unsupported image `unknown`")]
    [InlineData(
        "{\"path\":\"bad.jpg\"}",
        "unable to process image at `{0}/bad.jpg`: failed to decode image at {0}/bad.jpg: Format error decoding Jpeg: \"Premature End of image\"")]
    [InlineData(
        "{\"path\":\"a.txt\",\"detail\":\"low\"}",
        "view_image.detail only supports `high` or `original`; omit `detail` for default high resized behavior, got `low`")]
    [InlineData("{}", "failed to parse function arguments: missing field `path` at line 1 column 2")]
    [InlineData("x", "failed to parse function arguments: expected value at line 1 column 1")]
    public async Task What_cannot_be_shown_is_explained(string arguments, string message)
    {
        _directory.Write("a.txt", "hello");
        _directory.Write("plain", "hello");
        File.WriteAllBytes(_directory["bad.jpg"], [0xFF, 0xD8, 0xFF, 0xD9]);
        var host = new RecordingToolHost(_directory.Root);
        var output = await Call(host, arguments);
        Assert.False(output.Success);
        Assert.Equal(message.Replace("{0}", _directory.Root, StringComparison.Ordinal), output.Body!.Text);
        Assert.Empty(host.Events);
    }

    [Fact]
    public async Task A_model_without_eyes_is_told_so()
    {
        var host = new RecordingToolHost(_directory.Root);
        host = new RecordingToolHost(_directory.Root) { Settings = host.Settings with { ModelAcceptsImages = false } };
        Assert.Equal("view_image is not allowed because you do not support image inputs", (await Call(host, "{}")).Body!.Text);
    }

    [Fact]
    public void The_description_offers_detail_only_where_it_works()
    {
        var settings = new RecordingToolHost(_directory.Root).Settings;
        Assert.DoesNotContain("\"detail\"", Describe(settings), StringComparison.Ordinal);
        var able = Describe(settings with { ModelSupportsOriginalImageDetail = true });
        Assert.StartsWith("{\"type\":\"function\",\"name\":\"view_image\",", able, StringComparison.Ordinal);
        Assert.Contains("\"enum\":[\"high\",\"original\"]", able, StringComparison.Ordinal);
        Assert.EndsWith("\"required\":[\"path\"],\"additionalProperties\":false}}", able, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Images_that_agents_are_kept_from_are_neither_shown_nor_attached()
    {
        _directory.Write(".agentsignore", "*.png");
        File.WriteAllBytes(_directory["pic.png"], Convert.FromBase64String(TinyPng));
        File.CreateSymbolicLink(_directory["link.jpg"], "pic.png");
        foreach (var name in (string[])["pic.png", "link.jpg"])
        {
            var output = await Call(new RecordingToolHost(_directory.Root), $$"""{"path":"{{name}}"}""");
            Assert.Equal($"unable to read image at `{_directory[name]}`: Permission denied (os error 13)", output.Body!.Text);
            await TextIs(name, "Codex could not read the local image at `{0}`: Permission denied (os error 13)");
        }
    }

    [Fact]
    public async Task Attached_images_become_numbered_parts_and_unusable_ones_a_text()
    {
        File.WriteAllBytes(_directory["pic.png"], Convert.FromBase64String(TinyPng));
        _directory.Write("a.txt", "hello");
        File.WriteAllBytes(_directory["bad.jpg"], [0xFF, 0xD8, 0xFF, 0xD9]);
        ContentPart[] expected =
        [
            new InputTextPart("<image name=[Image #3]>"),
            new InputImagePart("data:image/png;base64," + TinyPng, "high"),
            new InputTextPart("</image>"),
        ];
        Assert.Equal(expected, await Attach("pic.png"));
        await TextIs("a.txt", "Codex cannot attach image at `{0}`: unsupported image `text/plain`.");
        await TextIs("gone.png", "Codex could not read the local image at `{0}`: No such file or directory (os error 2)");
        await TextIs("", "Codex could not read the local image at `{0}`: Is a directory (os error 21)");
        await TextIs("bad.jpg", "Image located at `{0}` is invalid: failed to decode image at {0}: Format error decoding Jpeg: \"Premature End of image\"");
    }

    private async Task<ContentPart[]> Attach(string name) =>
        [.. await new LocalImageReader(new ImagePipeline(), Files).ReadAsync(new LocalImageInput(_directory[name]), 3, TestContext.Current.CancellationToken)];

    private ReadableFiles Files() => new(PermissionProfile.ReadOnly, new PathContext(_directory.Root, null));

    private async Task TextIs(string name, string text)
    {
        var part = Assert.IsType<InputTextPart>(Assert.Single(await Attach(name)));
        Assert.Equal(text.Replace("{0}", _directory[name], StringComparison.Ordinal), part.Text);
    }

    private async Task<ToolOutput> Call(RecordingToolHost host, string arguments) => await _tool.InvokeAsync(
        new ToolCall("call", _tool.Name, new ToolPayload.Function(arguments)), host, TestContext.Current.CancellationToken);

    private string Describe(TurnSettings settings) => Encoding.UTF8.GetString(_tool.Describe(new ToolContext(settings)).Json.Span);
}

using Codex.Parity.Tests.Harness;
using Codex.TestSupport.Scripts;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>Images of every format, larger than a model looks at; how scaled pixels are written is each program's own.</summary>
public sealed class ImageScenarios
{
    private static readonly Dictionary<string, string> s_images = new()
    {
        ["wide.gif"] = "R0lGODlhNAgCAPAAAACAgAAAACH5BAAAAAAALAAAAAA0CAIAAAJGhI+py+0Po5y02ouz3rz7D4biSJbmiabqyrbuC8fyTNf2jef6zvf+DwwKh8Si8YhMKpfMpvMJjUqn"
            + "1Kr1is1qt9yu9yspAAA7",
        ["high.jpg"] = "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/2wBDAQMD"
            + "AwQDBAgEBAgQCwkLEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBD/wAARCAg0AAIDAREAAhEBAxEB/8QAFQABAQAAAAAAAAAA"
            + "AAAAAAAAAAf/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFgEBAQEAAAAAAAAAAAAAAAAAAAYI/8QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAAwDAQACEQMRAD8AjS7ZUAAA"
            + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            + "AAAf/9k=",
        ["wide.webp"] = "UklGRoIAAABXRUJQVlA4IHYAAACQCgCdASo0CAMAPpFIoUylpCMiIEgAsBIJaW7hdrEe3AAAJ7Xoq4QZBDVUmu20XCDIIaqk122i4QZBDVUmu20XCDIIaqk122i4QZBD"
            + "VUmu20XCDIIaqk122i4QKAAA/v9HGf/rQtCBz//+Ur+fPyD4ZAAAAAAA",
        ["wide.png"] = "iVBORw0KGgoAAAANSUhEUgAACDQAAAACAQMAAACXVoxdAAAAA1BMVEUAgIBxQSaxAAAADklEQVQoz2NgGAWjAAEAAhAAARTCwJIAAAAASUVORK5CYII=",
        ["small.jpg"] = "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/2wBDAQMD"
            + "AwQDBAgEBAgQCwkLEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBD/wAARCAAUAB4DAREAAhEBAxEB/8QAFQABAQAAAAAAAAAA"
            + "AAAAAAAAAAf/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFgEBAQEAAAAAAAAAAAAAAAAAAAYI/8QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAAwDAQACEQMRAD8AjS7ZUAAA"
            + "AAAAAAAAf//Z",
        ["small.gif"] = "R0lGODlhHgAUAPAAAACAgAAAACH5BAAAAAAALAAAAAAeABQAAAIXhI+py+0Po5y02ouz3rz7D4biSJZmUgAAOw==",
        ["other.bmp"] = "Qk06AAAAAAAAADYAAAAoAAAAAQAAAAEAAAABABgAAAAAAAQAAAATCwAAEwsAAAAAAAAAAAAA/wAAAA==",
    };

    [Theory]
    [InlineData("gpt-5.5")]
    [InlineData("gpt-5.2")]
    public Task Images_that_the_model_asks_for(string model) => BothPrograms.AgreeOnAsync(
        Scenario.Turn(
            ["--json", "-s", "danger-full-access", "-m", model, "look"],
            Model.Produces(s_images.Keys.SelectMany(static name => new[] { View(name, "high"), View(name, "original"), View(name, detail: null) })),
            Model.Says("ok")) with
        { Workspace = WriteImages, ComparesImagesBySize = true },
        $"images_asked_for_{model}");

    [Fact]
    public Task Images_of_the_user() => BothPrograms.AgreeOnAsync(
        Scenario.Turn(["--json", "-s", "read-only", "-i", string.Join(',', s_images.Keys), "--", "look"], Model.Says("ok")) with
        { Workspace = WriteImages, ComparesImagesBySize = true });

    private static System.Text.Json.Nodes.JsonObject View(string name, string? detail) =>
        OutputItem.FunctionCall($"{name}-{detail}", "view_image", OutputItem.Json(("path", name), ("detail", detail)));

    private static void WriteImages(string workspace)
    {
        foreach (var (name, image) in s_images)
            File.WriteAllBytes(Path.Combine(workspace, name), Convert.FromBase64String(image));
    }
}

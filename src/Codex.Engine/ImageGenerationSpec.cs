using Codex.Tools;

namespace Codex.Engine;

/// <summary>The specification of the hosted tool that makes images (<c>core/src/tools/hosted_spec.rs</c>).</summary>
internal static class ImageGenerationSpec
{
    public static ToolSpec Create() => new("""{"type":"image_generation","output_format":"png"}"""u8.ToArray());
}

namespace Codex.Formats.Images.Webp;

/// <summary>A transform and what undoing it needs.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Bits">Size of the blocks (predictor, cross colour) or how pixels are packed (colour indexing), as a power of two.</param>
/// <param name="Width">Width of the image once the transform is undone.</param>
/// <param name="Data">The helper image or the table of colours.</param>
internal sealed record WebpTransform(WebpTransformKind Kind, int Bits, int Width, uint[] Data);

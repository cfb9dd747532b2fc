namespace Codex.Formats.Tests.Images;

/// <summary>The picture of <see cref="TestImages.Gradient"/>, 48 by 40, written by other programs.</summary>
internal static class ImageFixtures
{
    /// <summary>A lossy WebP.</summary>
    public const string LossyWebp =
        "UklGRsgAAABXRUJQVlA4ILwAAADwBgCdASowACgAPmkqkUW3IqGXHf5lcAaEswBWy9x9VppCZtWjB0tEAl5ytiKvpPVgwKoSKhdfhMXBQW/krQeA"
        + "AP7/MIAQ0B81b7e2Aco/oZexaxCAD7uUa80v1n0J+vm6WbP82UutzVtr8S9Pjb5yH9FCmoqBtjMDTuZMvYwDIKXQ/fJqFgdW0Q/B4k30UsBPiJFq"
        + "RpL9/VMkXUCByAicuC4478DLHAbXOykHHaNSl+Dz/7xqTCrDmgAAAA==";

    /// <summary>A lossy WebP, half transparent.</summary>
    public const string LossyWebpWithAlpha =
        "UklGRuwAAABXRUJQVlA4WAoAAAAQAAAALwAAJwAAQUxQSAoAAAABB1DAiAhERP8DVlA4ILwAAADwBgCdASowACgAPmkqkUW3IqGXHf5lcAaEswBW"
        + "y9x9VppCZtWjB0tEAl5ytiKvpPVgwKoSKhdfhMXBQW/krQeAAP7/MIAQ0B81b7e2Aco/oZexaxCAD7uUa80v1n0J+vm6WbP82UutzVtr8S9Pjb5y"
        + "H9FCmoqBtjMDTuZMvYwDIKXQ/fJqFgdW0Q/B4k30UsBPiJFqRpL9/VMkXUCByAicuC4478DLHAbXOykHHaNSl+Dz/7xqTCrDmgAAAA==";

    /// <summary>A lossless WebP of another encoder.</summary>
    public const string LosslessWebp =
        "UklGRrYAAABXRUJQVlA4TKkAAAAvL8AJAAmAIAb8PzuI6H/KhYK2bRgDKH/CuxCEBCk2koz+T0CAcVL9gNs2khyJVk/+KZ++vnthCglSSFEBQcH/"
        + "0QUbt20kFVQ59+4jSCnttPJK+d0CtiOJMlGmxCutdutQYkoCMdYSo7SA0IZR15o2RG08FO3SRkMbhzZEbTyULXn9Oxk1bVO0SxuF17+TURuH17+T"
        + "4et/16GNhwe+69f/h7/Pd/1v/ocZAA==";

    /// <summary>A WebP of two frames.</summary>
    public const string AnimatedWebp =
        "UklGRsgAAABXRUJQVlA4ILwAAADwBgCdASowACgAPmkqkUW3IqGXHf5lcAaEswBWy9x9VppCZtWjB0tEAl5ytiKvpPVgwKoSKhdfhMXBQW/krQeA"
        + "AP7/MIAQ0B81b7e2Aco/oZexaxCAD7uUa80v1n0J+vm6WbP82UutzVtr8S9Pjb5yH9FCmoqBtjMDTuZMvYwDIKXQ/fJqFgdW0Q/B4k30UsBPiJFq"
        + "RpL9/VMkXUCByAicuC4478DLHAbXOykHHaNSl+Dz/7xqTCrDmgAAAFJJRkbIAAAAV0VCUFZQOCC8AAAA8AYAnQEqMAAoAD5pKpFFtyKhlx3+ZXAG"
        + "hLMAVsvcfVaaQmbVowdLRAJecrYir6T1YMCqEioXX4TFwUFv5K0HgAD+/zCAENAfNW+3tgHKP6GXsWsQgA+7lGvNL9Z9Cfr5ulmz/NlLrc1ba/Ev"
        + "T42+ch/RQpqKgbYzA07mTL2MAyCl0P3yahYHVtEPweJN9FLAT4iRakaS/f1TJF1AgcgInLguOO/AyxwG1zspBx2jUpfg8/+8akwqw5oAAAA=";

    /// <summary>A progressive JPEG with colours at half size.</summary>
    public const string ProgressiveJpeg =
        "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQ"
        + "Ew8QEBD/2wBDAQMDAwQDBAgEBAgQCwkLEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBD/wgARCAAoADAD"
        + "ASIAAhEBAxEB/8QAFwABAQEBAAAAAAAAAAAAAAAABQAGCP/EABgBAAMBAQAAAAAAAAAAAAAAAAIDBgUI/9oADAMBAAIQAxAAAAHm5NdLPAhNdNds"
        + "QkumFti0108jlghJdMLYhNdJdtjEqzeYU06C2STpdt//xAAWEAADAAAAAAAAAAAAAAAAAAAAAwT/2gAIAQEAAQUCXOLmFzi5xc4ucXOLnFzi5xc4"
        + "ucXOLnFzi5xc4ucXOLmFzi5xc4ucXOLnFzi5xc4uc//EABgRAAMBAQAAAAAAAAAAAAAAAAAEBQID/9oACAEDAQE/AUKIhREKIhREKIhREO+xDtsQ"
        + "77P/xAAXEQEBAQEAAAAAAAAAAAAAAAABAAQC/9oACAECAQE/AXROidE6J0Tontntntv/xAAWEAEBAQAAAAAAAAAAAAAAAAAxABD/2gAIAQEABj8C"
        + "IiIiIiIiIiMIiIiIiIiL/8QAFhAAAwAAAAAAAAAAAAAAAAAAMEBh/9oACAEBAAE/IUEEkkkkkkomSCSSSSX/2gAMAwEAAgADAAAAEB62YnZXoPv/"
        + "xAAWEQEBAQAAAAAAAAAAAAAAAAAhADH/2gAIAQMBAT8QybJsmybJsmIxmI3/xAAWEQEBAQAAAAAAAAAAAAAAAAAAYVH/2gAIAQIBAT8Qqqqqqq1t"
        + "bS//xAAXEAEBAQEAAAAAAAAAAAAAAAAAMQEh/9oACAEBAAE/EIkCJEiRIkSJEiRIkTrhEixIkCJEiRIkSJEiRP/Z";

    /// <summary>An interlaced PNG.</summary>
    public const string InterlacedPng =
        "iVBORw0KGgoAAAANSUhEUgAAADAAAAAoCAIAAAFA4t6wAAABkUlEQVRYw+2W0Y6DIBBFDyg8VHy0SfcT2sf+/7/twyiLiKURsrKbJoSMDLk9Xoax"
        + "CrgzPHB+7nkO4OBn7nmunnl3l5owd9yDwc/bXS7SmuVXz+GuQJ6bmbAyrqRjkbJgwC4jjC0YEd9NS5BUioUjpfTvqgt6wl5nRhPEdsJcZ/BbBghs"
        + "z5d9g+mW2SFKJgseMu1a6pleme6VXh/LV2aHKGV2gFU4faEb6GQOgr317oLergtStx56s5JPiQFFEpLyRMclPJEplFiEEh4dAYw8Ov6OIVGRTUJU"
        + "6rR4ZAolZCiDikrWF+u6dvXO+nwHelyFaoSuZ6yg4oWqmD1WUGHtUdGpeY/Kr8hYQSUpdPiuuQoqEdG/K0hXqyDHCiqNFqSroAI6ImqgIBVWGZRB"
        + "G5RFS2xRQZBObRZlZTe1sz9OyZsp0MEcPf5qSg6/CZQFaHbofBRJyTetCRQJfHM8H2UBcl0jKFuHmiij5LU/07AXQOdQRn3o/LOLHDr/7D6NMd8Y"
        + "XWuNcfw0xr/WGF1rjbGxf4zfTH8iWNC23OAAAAAASUVORK5CYII=";

    /// <summary>A PNG with sixteen bits a sample.</summary>
    public const string DeepPng =
        "iVBORw0KGgoAAAANSUhEUgAAADAAAAAoEAIAAABndTJlAAABF0lEQVRo3u2ZQQrFIBBDo9jx/jf+iy4s9NvRCukI2RSReSUtg8aYAAA4DiCl9szZ"
        + "rI3PebM2/j8zRo1WXmtmqDY//v4+VQCzlADgfObsj8cr96cuP2gHuXyqALXuI5dPDXRQJLl8qgBm+8jlUwWodR+5fOrWQbHl8qlLB+0gl09NbvNf"
        + "y+VTj4t0PLl8qrNIR5XLp4Y7KIZcPiWj6G/z/aNGPLl8qtNBUeXyqVsHxZbLp17lQbt95Aolo+gbxbE8KIZcPqVEUUZx2Sh6R41IcvmUEsV3HRRV"
        + "Lp9SoiijuGwUZ/Kgr+XyKSWKMorLRlFXz842r0TxdQfFk8unlCjKKC4bRV09O0ZRiaKM4gKlq2ffKCpRfKr8AcC8GiZW7JDFAAAAAElFTkSuQmCC";

    /// <summary>A GIF of few colours.</summary>
    public const string Gif =
        "R0lGODlhMAAoAPQAAAAAAFUAAABVAFVVAFUAVVVVVaoAAKoAVf8AVapVVf9VVQCqAACqVVWqVQD/VVX/VaqqVf+qVar/Vf//VQAAAAAAAAAAAAAA"
        + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAACH5BAAAAAAALAAAAAAwACgAAAX+ICCOY2CeaBoYLHu8cHwgdI2QuKqfrSH/MxsNR9rtWsCfcEgUGXWu"
        + "pGx5awKeKp90urResaitsmsFnwhirlDAbrcH8LhcXigk7vi8PqHo+xVugXODcHV2e4h3f36BboRzhoeJe4t9jW+PhZGTiJWAlwKZA5F1nJSVoKGP"
        + "pKWmeZ6pq6ySrnyooISzrbW2i7GQurSusLh0wcKmxJfGx7yKt8uax8icyo3S0869f7HTm86eC+Lj4w3m5+jpDRDs7e7vEBHy8xHk5Azq+efw/O30"
        + "8/bEMcCnL1+/fv/kBRxIsGC6g/wS1rvH0KE6iPAkUqxoER3GdxoFMhzY0eNHfwluRY5sWPIkyn8LVnIsuc5lvIQyZ7a0KTEnSZo1Xfb0CTToyaE5"
        + "i9q8+c+B06dPH0idSrXqAwlYs2rdKmGC168ToIq1SnYq17NZwX4VC7VsWbRo1XplG9WtVbhn5Yal68DuXbxb9fLt65cq4MByQwAAOw==";

    /// <summary>The same picture as PNG.</summary>
    public const string GifAsPng =
        "iVBORw0KGgoAAAANSUhEUgAAADAAAAAoCAYAAAC4h3lxAAAAwklEQVRYw+3YMQ6AMAxDUYO4Ivc/CiwdEAJa2jhOpHou6D91QSwADlS21w50Pd/+"
        + "1q+T62CbKalnAoBdvABgG+8MsI93BHDinQC8eADYuO/nxgPUG+DHEwE+8SSAXzwB4BtvDPCPNwRo4o0AungDgDZ+EKCPHwDEiO8ExInvAMSK/wmI"
        + "Fw80f43GjAeabiBufAMgdnwFED/+A5Aj/gWQJ/4BkCv+BsgXfwHkjC+AvPEFkHsToB751yJ/6W9gAtSbAPVO4KkNnnyLjDcAAAAASUVORK5CYII=";

    /// <summary>The same picture as PNG with a palette.</summary>
    public const string IndexedPng =
        "iVBORw0KGgoAAAANSUhEUgAAADAAAAAoCAMAAACPWYlDAAAAPFBMVEUAAABVAACqAACqAFX/AFVVAFUAVQBVVQBVVVWqVVX/VVUAqgBVqlWqqlX/"
        + "qlUAqlUA/1VV/1Wq/1X//1UFK35bAAAAd0lEQVQ4y+XLwQ6CQBBEwdURaFRo1P//V0M2q3ESjO+Kda9SmkNyXMXbqSpfQ8AQMAQMAUPA0G2Fvhk+"
        + "SGNyrjaCYBAMgkEwCAbBIBgEg2AQDIJBMOi3cGmuyZTM1SsYBsNgGAyDYTAMhsEweAdhaW7JPXlUfxmejphKyFoHkrcAAAAASUVORK5CYII=";
}

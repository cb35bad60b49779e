namespace MechanismDsl.Generators.Writing;

/// <summary>Plain text inside XML documentation.</summary>
internal static class XmlText
{
    /// <summary>Encodes the characters that XML reserves; user text such as a file name may hold any of them.</summary>
    public static string Encode(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}

using MechanismDsl.Language.Declarations;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Language.Normalization;

/// <summary>Which additional files a declaration reads.</summary>
public static class DataFiles
{
    /// <summary>The paths that the declaration names, each once, in source order.</summary>
    public static EquatableArray<string> NamedBy(Declaration declaration) =>
        declaration.Attributes.Select(PathOf).OfType<string>().Distinct().ToEquatableArray();

    private static string? PathOf(AttributeUse use) => use.Name switch
    {
        "PriorFromFile" => (use.Arguments.FirstOrDefault() as Argument.Text)?.Value,
        "JointPrior" => (use.Properties.LastOrDefault(property => property.Name == "File")?.Value as Argument.Text)?.Value,
        _ => null,
    };

    /// <summary>Whether a file of the project is meant by a path in a declaration: the same path, or one that ends with it at a folder's border.</summary>
    public static bool Matches(string file, string declared)
    {
        var path = Normal(file);
        var wanted = Normal(declared);
        return wanted.Length > 0 && (path == wanted || path.EndsWith("/" + wanted, StringComparison.Ordinal));
    }

    private static string Normal(string path)
    {
        var normal = path.Replace('\\', '/');
        return normal.StartsWith("./", StringComparison.Ordinal) ? normal.Substring(2) : normal;
    }
}

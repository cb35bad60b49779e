using MechanismDsl.Language.Declarations;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Generators.Writing.Skeletons;

/// <summary>
/// Writes the signatures of a mechanism whose declaration has errors, so that its call sites do not drown the real error in others. Bodies
/// throw; no guarantee is claimed.
/// </summary>
internal static class SkeletonWriter
{
    /// <summary>The text of the file.</summary>
    /// <param name="declaration">The declaration.</param>
    /// <param name="rules">Ids of the rules that it breaks.</param>
    public static string Write(Declaration declaration, EquatableArray<string> rules)
    {
        var type = declaration.Type;
        var reason = rules.Count == 0
            ? $"The declaration of {type.Name} does not compile."
            : $"The declaration of {type.Name} has errors: {string.Join(", ", rules)}.";
        var skeleton = Skeleton.Of(declaration);
        var writer = new SourceWriter();
        FileFrame.Write(writer, type, frame =>
        {
            if (!type.HasSummary)
            {
                frame.Doc("summary", reason);
            }

            // The stamp tells readers of the declaration that this part is not the user's.
            frame.Line($"[global::MechanismDsl.GeneratedMechanism(\"{Stamp.Version}\", \"unsolved\")]");
            frame.Line(FileFrame.Header(type) + " :");
            frame.Indented(() => frame.Line("global::MechanismDsl." + skeleton.Contract));
            frame.Block(string.Empty, () => skeleton.Write(new(frame, type, reason)));
        });
        return writer.ToString();
    }

    /// <summary>Whether members can be added to the type at all.</summary>
    public static bool CanWrite(TypeIdentity type, EquatableArray<string> rules) =>
        type is { IsPartial: true, IsStatic: false, IsAbstract: false, IsGeneric: false, IsFileLocal: false }
        && type.Keyword != "interface"
        && !rules.Contains("MECH0015");
}

using MechanismDsl.Language.Declarations;

namespace MechanismDsl.Generators.Writing.Skeletons;

/// <summary>Writes members that say what is wrong with the declaration instead of doing anything.</summary>
/// <param name="writer">Where they are written.</param>
/// <param name="type">The mechanism.</param>
/// <param name="reason">What is wrong with it.</param>
internal sealed class SkeletonPen(SourceWriter writer, TypeIdentity type, string reason)
{
    /// <summary>An expression that throws.</summary>
    public string Throw => $"throw new global::System.InvalidOperationException({Text.Literal(reason)})";

    /// <summary>The constructor, the explanation and the information that every mechanism has.</summary>
    public void Info()
    {
        FileFrame.WriteConstructor(type, writer);
        Member("What is wrong.", $"public const string Explanation = {Text.Literal(reason)};");
        Member("Nothing is known yet.", $"public static global::MechanismDsl.MechanismInfo Info => {Throw};");
    }

    /// <summary>A method that throws.</summary>
    public void Throws(string signature) => Member("Throws until the declaration is right.", $"{signature} => {Throw};");

    /// <summary>Methods that throw.</summary>
    public void Throws(IEnumerable<string> signatures)
    {
        foreach (var signature in signatures)
        {
            Throws(signature);
        }
    }

    /// <summary>The methods that explain a run.</summary>
    /// <param name="parameters">What a run takes.</param>
    public void Explain(string parameters)
    {
        Throws($"public static string {ExplainWriter.Method}({parameters})");
        Throws($"public static string {ExplainWriter.Method}({parameters}, int agent)");
    }

    /// <summary>A number that only the right declaration has.</summary>
    public void Unknown(string code) => Member("Not known yet.", code);

    /// <summary>A constant that only the right declaration has.</summary>
    public void UnknownNumber(string name) => Unknown($"public const double {name} = double.NaN;");

    /// <summary>Any member.</summary>
    public void Member(string summary, string code)
    {
        writer.Doc("summary", summary);
        writer.Line(Stamp.Attribute());
        writer.Lines(code);
    }

    /// <summary>Members of the member before.</summary>
    public void Nested(Action members) => writer.Block(string.Empty, members);
}

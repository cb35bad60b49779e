using MechanismDsl.Language.Declarations;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Generators.Planning;

/// <summary>
/// What is written for one mechanism, decided. Every family of mechanisms has its own; what follows is what the pipeline and the frame of a file need of
/// each. Plans are compared by content, so equal plans are written once.
/// </summary>
/// <param name="Type">The type to extend.</param>
/// <param name="Evidence">Every guarantee that holds, with its theorem; nothing else becomes an interface.</param>
internal abstract record FilePlan(TypeIdentity Type, EquatableArray<Evidence> Evidence)
{
    /// <summary>The guarantees that the author answers for.</summary>
    public EquatableArray<Assumption> Assumptions { get; init; }

    /// <summary>The mechanisms to which this one claims to be equivalent, by name; the analyzers compare them.</summary>
    public EquatableArray<string> Equivalents { get; init; } = [];

    /// <summary>Whether the analyzers judge anything of it: claims, or rules of the user's own.</summary>
    public virtual bool IsJudged => Evidence.Any(evidence => evidence.IsJudged);

    /// <summary>The same mechanism in a build in which the analyzers do not run: what nobody checks nobody may rely on, and the explanation says so.</summary>
    public abstract FilePlan Unjudged();
}

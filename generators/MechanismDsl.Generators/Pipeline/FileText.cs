using MechanismDsl.Generators.Planning;
using MechanismDsl.Generators.Writing.Skeletons;

namespace MechanismDsl.Generators.Pipeline;

/// <summary>The text of a type's file: the mechanism, the skeleton of one with errors, or a failure that nobody can overlook.</summary>
internal static class FileText
{
    /// <summary>The text; null if nothing can be added to the type.</summary>
    public static string? Of(Planned planned, Gate gate)
    {
        if (planned.Failure is not null)
        {
            return Failure(planned, planned.Failure);
        }

        var declaration = planned.Found.Declaration;
        if (planned.Plan is not { } plan)
        {
            return SkeletonWriter.CanWrite(declaration.Type, planned.Rules) ? SkeletonWriter.Write(declaration, planned.Rules) : null;
        }

        var written = Attempt<string>.Of(() => Families.Write(gate.AnalyzersRun ? plan : plan.Unjudged()));
        return written.Value is { } text ? Notices(planned, plan, gate) + text : Failure(planned, written.Failure ?? string.Empty);
    }

    private static string Failure(Planned planned, string failure) =>
        $"#error MECH9001: The generator failed on {planned.Found.Declaration.Type.Name}; please report it with the declaration. {failure}\n";

    /// <summary>A compiler directive is the one message that no attribute and no build property can hide.</summary>
    private static string Notices(Planned planned, FilePlan plan, Gate gate)
    {
        if (!planned.HasClaims && !plan.IsJudged)
        {
            return string.Empty;
        }

        var silenced = planned.Found.Silenced.Concat(gate.Silenced).Distinct(StringComparer.Ordinal).OrderBy(rule => rule, StringComparer.Ordinal);
        var errors = string.Concat(silenced.Select(rule => $"#error {rule} is silenced by SuppressMessage, but {planned.Found.Declaration.Type.Name} makes claims or has rules that only it checks. Remove the suppression.\n"));
        return errors + (gate.AnalyzersRun ? string.Empty
            : plan.IsJudged ? "// The analyzers do not run in this build, so rules and claims are not checked. Guarantees that rest on them are withheld.\n"
            : "// The analyzers do not run in this build, so claims are not checked. Every guarantee below holds by theorem.\n");
    }
}

using MechanismDsl.Proofs.Rules;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Language.Rules;

/// <summary>What a parameter of a method stands for: one role, or one for every number of a record.</summary>
/// <param name="Role">The role of a number or of an array of numbers; ignored for records.</param>
/// <param name="Members">The members of a record that are numbers of the report, in the order of the rule's parameters; empty for numbers.</param>
public sealed record ParameterRoles(ParameterRole Role, EquatableArray<MemberRole> Members)
{
    /// <summary>The role of a parameter that is a number or an array of numbers.</summary>
    public static ParameterRoles Of(ParameterRole role) => new(role, []);

    /// <summary>
    /// The roles of a score's parameters: the report and public numbers, as parameters or as members of one record.
    /// </summary>
    /// <param name="method">The score.</param>
    /// <param name="fields">What one agent reports.</param>
    public static EquatableArray<ParameterRoles> OfScore(IMethodSymbol method, EquatableArray<ReportField> fields) =>
        method.Parameters.Length == 1 && IsRecord(method.Parameters[0].Type)
            ? [new(ParameterRole.Report, fields.Select(field => new MemberRole(field.Name, OfOne(field))).ToEquatableArray())]
            : method.Parameters.Select((parameter, index) => Of(index < fields.Count ? OfOne(fields[index]) : ParameterRole.Public)).ToEquatableArray();

    /// <summary>The roles of the parameters of a rule over all reports: the reports, and the output of an allocation or the agent of a payment.</summary>
    /// <param name="method">The allocation or payment.</param>
    /// <param name="fields">What one agent reports.</param>
    public static EquatableArray<ParameterRoles> OfAll(IMethodSymbol method, EquatableArray<ReportField> fields) => method.Parameters
        .Select((parameter, index) =>
            index > 0 ? Of(method.ReturnsVoid ? ParameterRole.Output : ParameterRole.Agent)
            : fields.Count == 1 && !IsRecord(Shapes.Shape.ElementOf(parameter.Type)) ? Of(ParameterRole.Reports)
            : new(ParameterRole.Reports, fields.Select(field => new MemberRole(field.Name, OfAll(field))).ToEquatableArray()))
        .ToEquatableArray();

    private static bool IsRecord(ITypeSymbol? type) => Shapes.Kinds.Of(type) is null;

    private static ParameterRole OfOne(ReportField field) => field.Role == FieldRole.Report ? ParameterRole.Report : ParameterRole.Public;

    private static ParameterRole OfAll(ReportField field) => field.Role == FieldRole.Report ? ParameterRole.Reports : ParameterRole.PublicOfAgents;
}

/// <summary>A number of a record and what it stands for.</summary>
/// <param name="Name">The field or property.</param>
/// <param name="Role">Its role.</param>
public sealed record MemberRole(string Name, ParameterRole Role);

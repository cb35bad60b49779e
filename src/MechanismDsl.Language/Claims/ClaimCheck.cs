using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Findings;
using MechanismDsl.Language.Normalization;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.SingleParameter;

namespace MechanismDsl.Language.Claims;

/// <summary>
/// Holds the promises of a declaration against the theorems of its solution: a promise without evidence is refuted by a counterexample (MECH2001) or not
/// established (MECH2002). Both are errors; only evidence lets a promise pass.
/// </summary>
public static class ClaimCheck
{
    /// <summary>The findings about the promises of a declaration, in the order of the guarantees.</summary>
    /// <param name="declaration">The declaration, for the places.</param>
    /// <param name="auction">Its solution.</param>
    /// <param name="cancellation">Cancels the search for counterexamples.</param>
    public static EquatableArray<Finding> Run(Declaration declaration, SolvedAuction auction, CancellationToken cancellation)
    {
        List<Finding> findings = [];
        var open = auction.Problem.Claims.Where(claim => !auction.Evidence.Any(evidence => evidence.Guarantee == claim)).ToList();
        if (open.Count == 0)
        {
            return [];
        }

        var refuter = new Refuter(auction, cancellation);
        foreach (var claim in open)
        {
            var place = ClaimReader.PlaceOf(declaration, claim);
            var counterexample = refuter.Refute(claim);
            findings.Add(new Finding(
                counterexample is null ? Rule.ClaimNotEstablished : Rule.ClaimRefuted,
                place,
                [declaration.Type.Name, claim.ToString(), counterexample ?? "no theorem gives it for this declaration, and a search of small profiles found no counterexample"],
                [new FixProperty(FixData.Guarantee, claim.ToString())]));
        }

        return findings.ToEquatableArray();
    }
}

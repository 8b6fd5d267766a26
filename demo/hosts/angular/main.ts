import 'charter-elements/all.js';
import { ChangeDetectionStrategy, Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import type { CharterChecklist, CharterSignedEvent } from 'charter-elements';

@Component({
  selector: 'app-charter',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h1>Charte des réseaux sociaux</h1>
    <charter-viewer id="charte"></charter-viewer>
    <p>
      <output id="count">{{ practices().length }}</output> pratiques cochées
      <button id="untick" (click)="practices.set([])">Tout décocher</button>
    </p>
    <charter-checklist
      id="pratiques"
      for="charte"
      [value]="practices()"
      (change)="keepPractices($event)"
    ></charter-checklist>
    <charter-acknowledgement
      for="charte"
      checklist="pratiques"
      endpoint="/api/signatures"
      fields="department"
      [signer]="signer"
      (charter-signed)="keepSignature($event)"
    ></charter-acknowledgement>
    <p id="signed">
      @if (signatureId(); as id) {
        Signature n° {{ id }}
      }
    </p>
  `,
})
class Charter {
  readonly practices = signal<string[]>([]);
  readonly signatureId = signal('');
  readonly signer = { department: 'Urgences' };

  keepPractices(event: Event): void {
    this.practices.set((event.target as CharterChecklist).value);
  }

  keepSignature(event: CharterSignedEvent): void {
    this.signatureId.set(event.detail.record.id);
  }
}

bootstrapApplication(Charter);
